import type { Division } from '../model/place.ts';
import type { Source } from '../model/source.ts';
import { normalisePlaceCode } from './place-code.ts';
import { sourceSchema, toSource } from './plain-schemas.ts';
import type { ProblemList } from './problem-list.ts';
import { readPlain } from './read-plain.ts';
import { checkId } from './read-value.ts';
import { said } from './wording.ts';
import type { MapEntry } from './yaml-node.ts';

/** Reads a document that lines rest on. */
export function parseSource(
  { key: id, keyPosition, value }: MapEntry,
  divisions: ReadonlyMap<string, Division>,
  problems: ProblemList,
): Source {
  checkId(id, keyPosition, problems);
  const plain = readPlain(sourceSchema, value, problems, keyPosition);
  // Its name is known all the same, so that each line that cites it is not told too.
  if (!plain) return { id, title: '', issuer: '', grade: 'A', seen: '' };
  const place = plain.place === undefined ? undefined : normalisePlaceCode(plain.place, divisions);
  if (plain.place !== undefined && place === undefined) {
    const node = value.kind === 'map' ? value.entries.get('place')?.value : undefined;
    problems.add(node?.position ?? keyPosition, said.unknownPlace(plain.place));
  }
  if (plain.from !== undefined && plain.until !== undefined && plain.until < plain.from) {
    const node = value.kind === 'map' ? value.entries.get('until')?.value : undefined;
    problems.add(node?.position ?? keyPosition, said.untilBeforeFrom(plain.from, plain.until));
  }
  return toSource(id, plain, place);
}
