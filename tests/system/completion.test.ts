import { describe, expect, test } from 'vitest';
import { SHELLS, type Shell } from '../../src/cli/options.ts';
import { startShell } from './shell-session.ts';

/** What is typed, Tab as →, and the words that the shell then hands to yibao. */
const TYPED: readonly (readonly [typed: string, words: readonly string[]])[] = [
  // commands, procedures, options
  ['yid→', ['yidi']],
  ['异地就医备→', ['异地就医备案']],
  ['quest→yid→', ['questions', 'yidi']],
  ['completion fi→', ['completion', 'fish']],
  ['help 家庭共→', ['help', '家庭共济']],
  ['batch yidi my→', ['batch', 'yidi', 'my answers.yaml']],
  ['yidi --no-inp→-f js→', ['yidi', '--no-input', '-f', 'json']],
  ['yidi --format=mark→', ['yidi', '--format=markdown']],
  // answers: keys and values, as ids and as the words shown
  ['yidi -a rea→ill→', ['yidi', '-a', 'reason=illness']],
  ['yidi -a 您的医保交→湖南益→', ['yidi', '-a', '您的医保交在哪个市=湖南益阳']],
  ['yidi -a stay=长住→', ['yidi', '-a', 'stay=长住半年以上，如跟子女住、租房、打工']],
  ['yidi -a stay=不清→', ['yidi', '-a', 'stay=不清楚']],
  ['yidi --answer=care-place=yiy→', ['yidi', '--answer=care-place=yiyang']],
  ['toy --flows own -a papers=id-card,hu→', ['toy', '--flows', 'own', '-a', 'papers=id-card,hukou']],
  // within quotes, and words that need them
  ['yidi -a "care-place=湖南益→', ['yidi', '-a', 'care-place=湖南益阳']],
  ["yidi -a 'stay=liv→", ['yidi', '-a', 'stay=living']],
  ['toy --flows own -a who=自己→', ['toy', '--flows', 'own', '-a', `who=自己 "办": it's $5 (甲)`]],
  ['toy --flows own -a "who=自己→', ['toy', '--flows', 'own', '-a', `who=自己 "办": it's $5 (甲)`]],
  ['toy --flows own -a who=B:→', ['toy', '--flows', 'own', '-a', 'who=B:二号']],
  // files and folders
  ['yidi --answers my→', ['yidi', '--answers', 'my answers.yaml']],
  ['yidi -o 清→', ['yidi', '-o', '清单.pdf']],
  ['yidi --flows ow→toy', ['yidi', '--flows', 'own/toy']],
  // nothing fits: the line stays as it is
  ['yidi -a on-behalf=self -a on-b→', ['yidi', '-a', 'on-behalf=self', '-a', 'on-b']],
  ['yidi -a stay=my→', ['yidi', '-a', 'stay=my']],
  ['yidi --flows nowhere -a sta→', ['yidi', '--flows', 'nowhere', '-a', 'sta']],
  ['__comp→', ['__comp']],
];

describe.each(SHELLS)('in a real %s', (shell: Shell) => {
  test('Tab completes commands, procedures, options, answers and files', async () => {
    const run = await startShell(shell);
    const ran = [];
    for (const [typed] of TYPED) {
      run.press(`yibao ${typed.replaceAll('→', '\t')}\r`);
      ran.push(await run.nextWords());
    }
    expect(ran).toEqual(TYPED.map(([, words]) => words));
  });

  test('Tab after nothing lists procedures and commands with what they are', async () => {
    const run = await startShell(shell);
    run.press('yibao \t\t');
    await run.seen('completion');
    const screen = run.screen();
    expect(screen).toMatch(/\byidi\b.*异地就医备案/);
    expect(screen).toMatch(/\bquestions\b.*列出一件事项的全部问题/);
    expect(screen).not.toContain('__complete');
  });

  test('Tab after a key lists its values with their Chinese words', async () => {
    const run = await startShell(shell);
    run.press('yibao yidi -a stay=\t\t');
    await run.seen('unsure');
    expect(run.screen()).toMatch(/\bliving\b.*长住半年以上，如跟子女住、租房、打工/);
    expect(run.screen()).toMatch(/\bunsure\b.*不清楚/);
  });
});
