import type { FlowPositions, SourcePosition } from '../model/problem.ts';
import type { MapEntry, YamlNode } from './yaml-node.ts';

/** Notes where things stand, each under a subject. What is noted first stays. */
export class PositionRecorder {
  readonly #positions: Record<string, SourcePosition> = Object.create(null);

  get positions(): FlowPositions {
    return this.#positions;
  }

  note(subject: string, position: SourcePosition): void {
    this.#positions[subject] ??= position;
  }

  /** An entry and all that is under it. A text stands where it begins, anything else at its key. */
  entry(subject: string, { keyPosition, value }: MapEntry): void {
    this.note(subject, value.kind === 'scalar' ? value.position : keyPosition);
    this.inside(subject, value);
  }

  /** All that is under a node: `<subject>/<key>` or `<subject>/<number>`. */
  inside(subject: string, node: YamlNode): void {
    if (node.kind === 'map') {
      for (const entry of node.entries.values()) this.entry(`${subject}/${entry.key}`, entry);
    }
    if (node.kind !== 'list') return;
    for (const [index, item] of node.items.entries()) {
      this.note(`${subject}/${index}`, item.position);
      this.inside(`${subject}/${index}`, item);
    }
  }
}

/** The entries of a map; none where it is no map. */
export function entriesOf(node: YamlNode | undefined): readonly MapEntry[] {
  return node?.kind === 'map' ? [...node.entries.values()] : [];
}
