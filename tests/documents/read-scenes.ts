/** A file that the document shows, to be saved under its name. */
export interface ShownFile {
  readonly path: string;
  readonly text: string;
  /** It is put after what the file holds already. */
  readonly appended: boolean;
}

/** One command of a document, with what the reader has saved just before it and is shown just after it. */
export interface Scene {
  readonly line: number;
  readonly command: string;
  readonly files: readonly ShownFile[];
  /** Pieces of what the command prints. */
  readonly samples: readonly string[];
}

/** It may stand in a list, so every line of it may be indented. */
const FENCE = /^( *)```(\w*)[ \t]*(\S*)[^\n]*\n([\s\S]*?)^\1```$/gm;

/**
 * The commands of a document in their order: every line of its ```` ```sh ```` blocks. A block whose fence
 * or first comment names a file is that file; a ```` ```text ```` block shows what the last command printed.
 * A block without a language is a drawing.
 */
export function readScenes(document: string): Scene[] {
  const scenes: { line: number; command: string; files: ShownFile[]; samples: string[] }[] = [];
  let files: ShownFile[] = [];
  for (const found of document.matchAll(FENCE)) {
    const { 1: indent = '', 2: language, 3: name = '', 4: written = '', index } = found;
    const text = written.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
    const line = document.slice(0, index).split('\n').length + 1;
    if (language === 'sh') {
      for (const { command, offset } of readCommands(text)) {
        scenes.push({ line: line + offset, command, files, samples: [] });
        files = [];
      }
    } else if (language === 'text') {
      scenes.at(-1)?.samples.push(text);
    } else {
      files.push(...shownFile(name, text));
    }
  }
  return scenes;
}

function shownFile(name: string, text: string): ShownFile[] {
  if (name !== '') return [{ path: name, text, appended: false }];
  const [, after, own] = /^# (?:接在 (\S+) 后面|(\S+\.\w+))\n/.exec(text) ?? [];
  const path = after ?? own;
  return path === undefined ? [] : [{ path, text, appended: after !== undefined }];
}

/** The commands of a block, their comments gone, lines that end in a backslash joined. */
function readCommands(block: string): { command: string; offset: number }[] {
  const commands: { command: string; offset: number }[] = [];
  let open = '';
  for (const [offset, line] of block.split('\n').entries()) {
    const text = line.replace(/(?:^|\s)# .*$/, '').trim();
    open = open === '' ? text : `${open} ${text}`;
    if (open.endsWith('\\')) {
      open = open.slice(0, -1).trimEnd();
      continue;
    }
    if (open !== '') commands.push({ command: open, offset });
    open = '';
  }
  return commands;
}
