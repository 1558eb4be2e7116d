const DOWN = '\u001B[B';
const ENTER = '\r';

/**
 * A daughter asks for her mother, who moves in with her in another province.
 * @type {import('./play-in-terminal.mjs').Cue[]}
 */
const cues = [
  { until: '第 1 问', hold: 3500 },
  { press: DOWN, until: '❯ 2. 给家里人办', hold: 900 },
  { press: ENTER, until: '第 2 问', hold: 2500 },
  { press: '1', until: '第 3 问', hold: 2200 },
  { press: '1', until: '第 4 问', hold: 2200 },
  { press: 'n', until: '> n', hold: 600 },
  { press: 'j', until: '> nj', hold: 1500 },
  { press: ENTER, until: '第 5 问', hold: 1800 },
  { press: '广', until: '> 广', hold: 600 },
  { press: '州', until: '❯ 广东省广州市', hold: 1500 },
  { press: ENTER, until: '第 6 问', hold: 2500 },
  { press: DOWN, until: '❯ 2. 长住半年以上', hold: 1200 },
  { press: ENTER, until: '第 7 问', hold: 2800 },
  { press: '2', until: '最后一问', hold: 2200 },
  { press: '1', until: '请核对您的回答', hold: 4000 },
  { press: ENTER, until: '接下来做什么', from: '异地就医备案办事清单', hold: 6000 },
  { until: '接下来做什么', from: '二、要做的事', hold: 5000 },
  { until: '接下来做什么', from: '标有【待核实】的', hold: 6000 },
];

/** What the recording in the README plays, and the same person's answers for the page. */
export const INTERVIEW = {
  argv: ['yidi'],
  shown: 'npx yibao yidi',
  columns: 72,
  rows: 24,
  cues,
  title: '在终端里答八个问题，得到异地就医备案的办事清单',
  story:
    '给家里人办，一般的病，还没去看；医保在南京，要到广州长住，没有居住证，用手机办。' +
    '核对回答以后，清单写出要带身份凭证和个人承诺书、要做的事、每一条的依据。',
  answers: [
    'on-behalf=family',
    'reason=illness',
    'stage=planning',
    'insured-place=南京',
    'care-place=广州',
    'stay=living',
    'proof=none',
    'channel=phone',
  ].flatMap((answer) => ['-a', answer]),
};
