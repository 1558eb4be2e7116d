import type { Problem } from '../model/problem.ts';
import { said } from './wording.ts';

/** A flow file as read. `path` is what problems show; its last folders say what the file is. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
  /** From the folder given with --flows: merges over the built-in files. */
  readonly outside?: boolean;
}

/** Decodes a file's bytes, or says that they are no UTF-8. A byte order mark is dropped. */
export function decodeText(path: string, bytes: Uint8Array): { text: string } | { problem: Problem } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { problem: { ...said.notUtf8(), severity: 'error', file: path, line: 1, column: 1 } };
  }
}
