/** The blanks that a person fills in at the window. */
export const RECORD_WORDS = {
  title: '办理记录（办的时候填）',
  acceptedOn: '受理日期',
  acceptedAs: '受理号',
  officePhone: '经办窗口电话',
  remarks: '备注',
} as const;

/** What a screen reader says for a box that is drawn. */
export const EMPTY_BOX = '待勾选';

/** 第 1 页，共 2 页. */
export const pageNumber = (page: number | string, pages: number | string): string =>
  `第 ${page} 页，共 ${pages} 页`;

/** A PDF whose font lacks some characters of the checklist. */
export function missingCharactersSentence(characters: readonly string[], ownFont: boolean): string {
  const named = characters.slice(0, 8).join(' ');
  const all = characters.length > 8 ? `${named} 等 ${characters.length} 个字` : named;
  return ownFont
    ? `这个字体里没有这些字：${all}。请换一个字体，或改用 HTML（-o 清单.html）再打印。`
    : `yibao 自带的字体里没有这些字：${all}。请用 --font 指定一个中文字体文件，或改用 HTML（-o 清单.html）再打印。`;
}

/** A font file that cannot be used. */
export const BAD_FONT =
  '用不了这个字体文件。请换一个单独的 .ttf 或 .otf 文件，或改用 HTML（-o 清单.html）再打印。';

/** A calendar without a single day in it. */
export const NOTHING_DATED = '这份清单里没有算得出日期的事，日历里没有可放的。请改用别的格式。';
