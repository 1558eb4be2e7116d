import type { Said } from './problem-list.ts';
import { flowWording } from './wording-flow.ts';
import { nameWording } from './wording-names.ts';
import { valueWording } from './wording-values.ts';
import { yamlWording } from './wording-yaml.ts';

/** Every problem that loading can find: its code, and one sentence that says what to do. */
export const said = {
  ...yamlWording,
  ...valueWording,
  ...nameWording,
  ...flowWording,
} satisfies Record<string, (...about: never[]) => Said>;
