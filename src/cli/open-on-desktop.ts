import { spawn } from 'node:child_process';

type Environment = Readonly<Record<string, string | undefined>>;

/** Opens a file with the desktop's own program for it; false where there is no desktop to open it on. */
export function openOnDesktop(path: string, platform: string, env: Environment): Promise<boolean> {
  const [program, ...args] = openerOf(platform, env);
  if (program === undefined) return Promise.resolve(false);
  return new Promise((resolve) => {
    const child = spawn(program, [...args, path], { detached: true, stdio: 'ignore' });
    child.on('error', () => resolve(false));
    child.on('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}

/** The command that opens a file, without the file. */
export function openerOf(platform: string, env: Environment): readonly string[] {
  if (platform === 'darwin') return ['open'];
  // Not `start`, which is a word of the shell and reads & and % in file names.
  if (platform === 'win32') return ['explorer.exe'];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ['xdg-open'] : [];
}
