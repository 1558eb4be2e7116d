import type { ItemKind } from '../model/flow.ts';
import { SECTION_NAMES, SECTIONS } from './item-fields.ts';
import type { YamlNode } from './yaml-node.ts';

/** The ids that an overlay or dated change adds, which others may then change. */
export function itemsAddedBy(node: YamlNode): [string, ItemKind][] {
  const nodes = node.kind === 'list' ? node.items : [node];
  return nodes.flatMap((overlay) => {
    const add = childOf(overlay, 'add');
    return SECTION_NAMES.flatMap((section) => {
      const items = add && childOf(add, section);
      const ids = items?.kind === 'map' ? [...items.entries.keys()] : [];
      return ids.map((id): [string, ItemKind] => [id, SECTIONS[section].kind]);
    });
  });
}

function childOf(node: YamlNode, key: string): YamlNode | undefined {
  return node.kind === 'map' ? node.entries.get(key)?.value : undefined;
}
