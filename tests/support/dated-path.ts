/** Options of `yibao yidi` for a path whose checklist has dates, so that all formats can be written. */
export const DATED_PATH = [
  'on-behalf=family',
  'reason=chronic',
  'stage=planning',
  'insured-place=510700',
  'care-place=440100',
  'stay=living',
  'proof=none',
  'channel=phone',
].flatMap((pair) => ['-a', pair]);
