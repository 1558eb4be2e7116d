import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Checklist } from '../model/checklist.ts';
import { cleanText } from '../render/clean-text.ts';
import { endingsOf, type Format, formatOfFile } from '../render/format-names.ts';
import { UsageError } from './errors.ts';
import type { Session } from './hold-interview.ts';
import { isExistingFile, refuseUnwritable, writeAtomically } from './output-file.ts';
import { renderResult } from './write-result.ts';

const SUFFIXES = (['pdf', 'html', 'markdown', 'text'] as const).map((name) => endingsOf(name)[0]).join(' ');

/** 保存成文件: the format is what the file's name says. */
export async function saveAsFile(session: Session, checklist: Checklist): Promise<void> {
  const ask = `存成哪个文件？（后缀可以是 ${SUFFIXES}）`;
  const path = await askForFile(session, ask, freeName(checklist, '清单', 'pdf'), formatOfFile);
  if (path === undefined) return;
  await write(session, checklist, path, formatOfFile(path) ?? 'pdf');
  session.prompter.tell(`清单存好了：${resolve(path)}`);
}

/** 打印: a file for paper, opened where there is a desktop to open it on. */
export async function printOut(session: Session, checklist: Checklist): Promise<void> {
  const path = resolve(freeName(checklist, '清单', 'pdf'));
  await write(session, checklist, path, 'pdf');
  const isOpen = await session.context.openOnDesktop(path);
  session.prompter.tell(
    isOpen
      ? `已经打开 ${path}，请在打开的窗口里打印。`
      : `打印用的文件写好了：${path}。这里打不开窗口，请拷到能打印的电脑或手机上打开，再打印。`,
  );
}

/** 加到日历: a file that calendars read. */
export async function addToCalendar(session: Session, checklist: Checklist): Promise<void> {
  // Made first, because a list without dates has nothing for a calendar.
  const content = await renderResult(session.context, 'ics', {
    checklist,
    unused: [],
    options: session.options,
  });
  const isCalendar = (path: string) => (formatOfFile(path) === 'ics' ? 'ics' : undefined);
  const path = await askForFile(
    session,
    '日历文件存在哪里？',
    freeName(checklist, '日历', 'ics'),
    isCalendar,
  );
  if (path === undefined) return;
  await writeAtomically(path, content);
  session.prompter.tell(`日历文件存好了：${resolve(path)}。用手机或电脑的日历打开它，就加进去了。`);
}

async function write(
  { context, options }: Session,
  checklist: Checklist,
  path: string,
  format: Format,
): Promise<void> {
  await writeAtomically(path, await renderResult(context, format, { checklist, unused: [], options }));
}

/** Asks for a file that can be written; undefined where an existing one shall stay. */
async function askForFile(
  { context, prompter }: Session,
  ask: string,
  proposed: string,
  formatOf: (path: string) => Format | undefined,
): Promise<string | undefined> {
  const typed = await prompter.input(ask, proposed, (line) =>
    whyNot(atHome(line, context.env.HOME), formatOf, proposed),
  );
  const path = atHome(typed, context.env.HOME);
  if (isExistingFile(path) && !(await prompter.confirm(`${path} 已经存在，要盖掉它吗？`))) return undefined;
  return path;
}

function whyNot(
  path: string,
  formatOf: (path: string) => Format | undefined,
  proposed: string,
): string | undefined {
  if (!formatOf(path)) return `从后缀看不出格式，请写成 ${proposed} 这样。`;
  try {
    refuseUnwritable(path, true);
    return undefined;
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
}

function atHome(typed: string, home: string | undefined): string {
  const path = typed.trim();
  return home && path.startsWith('~/') ? `${home}${path.slice(1)}` : path;
}

/** 异地就医备案-清单-2026-11-22.pdf, or with a number where that is taken. */
function freeName({ flow, date }: Checklist, what: string, suffix: string): string {
  const title = cleanText(flow.title).replace(/[\\/:*?"<>|\s]+/gu, '');
  for (let number = 1; ; number++) {
    const name = `${title}-${what}-${date}${number === 1 ? '' : `-${number}`}.${suffix}`;
    if (!existsSync(resolve(name))) return name;
  }
}
