/** What a file under flows/ is, told by its last folders and its name. */
export type FileRole =
  | { readonly kind: 'flow' | 'cases'; readonly folder: string; readonly folderName: string }
  | { readonly kind: 'shared'; readonly name: SharedFile }
  | { readonly kind: 'table'; readonly id: string }
  | { readonly kind: 'place' | 'holidays' };

export const SHARED_FILES = ['questions', 'materials', 'steps', 'warnings', 'sources', 'terms'] as const;

export type SharedFile = (typeof SHARED_FILES)[number];

/** Says what a file is; undefined where nothing of ours has such a name. */
export function classifyFile(path: string): FileRole | undefined {
  const segments = path.split('/');
  const file = (segments.pop() ?? '').replace(/\.ya?ml$/, '');
  const folderName = segments.at(-1) ?? '';
  if (folderName === 'tables') return { kind: 'table', id: file };
  if (folderName === 'places') return { kind: 'place' };
  if (folderName === 'shared') {
    const name = SHARED_FILES.find((known) => known === file);
    return name && { kind: 'shared', name };
  }
  if (file === 'flow' || file === 'cases') return { kind: file, folder: segments.join('/'), folderName };
  return file === 'holidays' ? { kind: 'holidays' } : undefined;
}
