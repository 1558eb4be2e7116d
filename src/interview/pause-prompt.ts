import { useKeypress } from '@inquirer/core';
import { createDrawnPrompt } from './draw-prompt.ts';
import { gestureOf } from './gesture.ts';
import { HIDE_CURSOR, type PromptLook } from './prompt-view.ts';
import { MARKS } from './theme.ts';
import { usePaste } from './use-paste.ts';
import { PRESS_ENTER } from './wording.ts';

/** Waits until a person has read what stands above. */
export const pausePrompt = createDrawnPrompt<true, { readonly look: PromptLook }>(({ look }, done) => {
  const isPasted = usePaste();
  useKeypress((key, rl) => {
    rl.clearLine(0);
    if (isPasted(key)) return;
    if (['enter', 'space'].includes(gestureOf(key))) done(true);
  });
  return `${look.style.active(`${MARKS.pointer} ${PRESS_ENTER}`)}${HIDE_CURSOR}`;
});
