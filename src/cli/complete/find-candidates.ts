import type { FlowStore } from '../../load/flow-store.ts';
import { cleanDeep } from '../../render/clean-text.ts';
import { COMMANDS } from '../command-table.ts';
import type { World } from '../context.ts';
import type { OptionSpec } from '../options.ts';
import { answerCandidates } from './answer-candidates.ts';
import { longName, optionsOf, type Situation } from './read-situation.ts';

/** One thing that may stand at the cursor. */
export interface Candidate {
  readonly value: string;
  /** What it is, where the shell can show that. */
  readonly text?: string | undefined;
}

/** All that may stand at the cursor: words of ours, or what the shell itself knows best. */
export interface Completion {
  readonly kind: 'words' | 'files' | 'folders';
  readonly candidates: readonly Candidate[];
}

const FILES: Completion = { kind: 'files', candidates: [] };
const NOTHING: Completion = { kind: 'words', candidates: [] };

/** Finds what may stand at the cursor. Each candidate is the whole word, `--format=` included. */
export async function findCandidates(world: World, situation: Situation): Promise<Completion> {
  const found = await candidatesFor(world, situation);
  const { head, typed } = situation;
  const fitting = found.candidates.filter(({ value }) => value.startsWith(typed));
  return { ...found, candidates: fitting.map((one) => ({ ...one, value: head + one.value })) };
}

/** Whether something must follow a word, as after `键=`. */
export function kindOf({ kind, candidates }: Completion): string {
  return candidates.some(({ value }) => value.endsWith('=')) ? 'open' : kind;
}

async function candidatesFor(world: World, situation: Situation): Promise<Completion> {
  const { expected } = situation;
  switch (expected.kind) {
    case 'option-name':
      return words(optionNames(situation));
    case 'option-value':
      return await optionValues(world, situation, expected.option);
    case 'argument': {
      const takes = argumentAt(situation, expected.index);
      if (takes === 'file') return FILES;
      if (typeof takes === 'object') return words(takes.map((value) => ({ value })));
      const isFirst = !situation.isNamed && expected.index === 0;
      const flows = takes === undefined ? [] : await flowNames(world, situation);
      return words([...flows, ...(isFirst || takes === 'topic' ? commandNames() : [])]);
    }
  }
}

function words(candidates: readonly Candidate[]): Completion {
  return { kind: 'words', candidates };
}

function argumentAt({ command }: Situation, index: number) {
  const last = command.args.at(-1);
  const spec = command.args[index] ?? (last?.flags.includes('...') ? last : undefined);
  return spec?.takes;
}

function commandNames(): Candidate[] {
  return COMMANDS.map(({ name, summary }) => ({ value: name, text: summary }));
}

/** Ids; the Chinese names join once something is typed, so that an empty word lists each procedure once. */
async function flowNames(world: World, situation: Situation): Promise<Candidate[]> {
  const store = await openStore(world, situation);
  // A flow of an outside folder may hold characters that act on a terminal.
  return cleanDeep(store.list()).flatMap(({ id, title, aliases, forWhom }) => [
    { value: id, text: title },
    ...(situation.typed === '' ? [] : [title, ...aliases].map((value) => ({ value, text: forWhom }))),
  ]);
}

function openStore(world: World, { given }: Situation): Promise<FlowStore> {
  return world.openFlows(given.get('--flows')?.at(-1));
}

function optionNames({ command, isNamed, given, typed }: Situation): Candidate[] {
  const open = optionsOf(command).filter(
    (option) => option.repeatable || (given.get(longName(option)) ?? []).length === 0,
  );
  const named = open.flatMap(({ flags, text }) => {
    const names = flags.split(/[ ,]+/).filter((name) => name.startsWith('-'));
    return names.filter((name) => name.startsWith('--') || typed === '-').map((value) => ({ value, text }));
  });
  const version = isNamed ? [] : [{ value: '--version', text: '显示版本号' }];
  return [...named, { value: '--help', text: '显示帮助' }, ...version];
}

async function optionValues(world: World, situation: Situation, { takes }: OptionSpec): Promise<Completion> {
  if (takes === 'file') return FILES;
  if (takes === 'folder') return { kind: 'folders', candidates: [] };
  if (takes !== 'answer') return takes ? words(takes.map((value) => ({ value }))) : NOTHING;
  const store = await openStore(world, situation);
  return words(await answerCandidates(store, situation, world.today));
}
