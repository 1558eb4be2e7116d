import { Chalk } from 'chalk';
import { expect, test } from 'vitest';
import { plainStyle, type Style } from '../../src/render/style.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { renderText } from '../../src/render/text.ts';
import { emergency, minimal, postedWorker } from '../support/sample-checklists.ts';

test('a whole checklist at 80 columns', () => {
  expect(renderTerminal(postedWorker, { width: 80, style: plainStyle })).toMatchInlineSnapshot(`
    "异地就医备案办事清单
    按 2026年11月22日的规定列出；内容最近核对：2026年11月20日

    ✔ 照下面办：要办异地就医备案[1]
      看病前备好案，就能在医院直接刷医保。类型选“常驻异地工作人员”。
      （备案：看病前先在医保系统里登记要去哪里看病。）

    ⚠ 以下含江苏省的规定；您所在市自己的规定未核对，请打 12393 核实。

    一、要准备的材料
      ☐ 身份凭证，任选一样[1]
        - 医保码（医保电子凭证）
        - 有效身份证件
        - 社会保障卡
      ☐ 派驻工作的证明（原件，1 份），任选一样[1][2]
        三样里有一样就行。
        - 参保地单位的派出证明
        - 外地工作单位的证明
        - 工作合同
        （参保地：交医保的那个地方。）
      ☐ 【可能需要】病历或检查资料[1]
        取决于：看的是不是门诊慢特病？   怎样弄清：问开药的医生，或看以前的认定表
      ☐ 本人照片（照片，2 份）【可带可不带】（南京市规定）[2]

      请人代办时：
      ☐ 代办人身份证件（原件和复印件）[2]

    二、要做的事
      1. 查医院能不能刷外地医保[1]
         - 在国家医保服务平台 APP 的“异地就医”里，查成都市的医院。
         - 住院、普通门诊、慢特病是分开开通的，要看哪样查哪样。
         - 可能需要：慢特病要查到具体的病，比如糖尿病、高血压。
         谁办：您   多久：当场办结

      2. 在江苏医保云提交备案（江苏省规定）[2]
         - 打开江苏医保云 APP，实名登录，激活医保码。
         - 参保地选南京市，就医地选成都市，备案类型选“常驻异地工作人员”。
         - 上传派出证明或工作合同的照片。
         谁办：您   多久：经办机构 1–5 个工作日办完（从提交起算）
         如果今天提交，最早 11月23日，最迟 11月27日

      3. 把断缴的医保补上[2]
         断缴超过 3 个月的，补缴后要等一段时间才能刷医保。
         谁办：单位   期限：最迟 2027年1月31日
         另见：参保登记和断缴补缴（yibao canbao）
         据江苏省规定，本地请核对

      4. 【可能需要】等两地把关系转好【待核实】[3]
         谁办：经办机构   多久：先 10 个工作日，再 15 个工作日（从受理起算）
         如果今天受理，最早 12月25日，最迟 2027年1月4日，因为 2027 年放假安排还
         没公布
         取决于：江苏省是否全省统筹   怎样弄清：打 12393 问

      5. 报以前自己垫付的钱[1][2]
         谁办：您   期限：最迟 3月31日，已过

    三、不需要的
      - 转诊转院证明[1]
        单位派驻的，不用医院开转诊。
      - 转移医保关系[1]
        看病不用改参保地。

    四、特别提醒
      ⚠ 用承诺书备案的，满 6 个月才能改或撤。[2]
        合同和派出证明更稳妥，随时能改。
        据江苏省规定，本地请核对
      ⚠ 【可能适用】同时备两个地方，不能用承诺书。[2]
        取决于：会不会同时去两个地方看病？   怎样弄清：按您半年内的打算

    五、您还要知道
      - 人没变、参保没变，备案长期有效，不用年年办。[1]
      - 个人账户的钱可以跨省给家人用。（江苏省规定）[4]

    六、还没弄清的事
      - 南京市和成都市是不是同一个统筹区
        怎样弄清：打 12393 问参保地
        弄清后可能变成：不算异地，不用备案
        （统筹区：医保钱放在一起用的一片地方，多数是一个市。）

    七、名词
      - 双通道：有些贵的药，医院和指定药店都能报。

    八、您的回答
      - 您的医保交在哪里？江苏省南京市
      - 您要在哪里看病？四川省成都市
      - 在看病的地方，您是短住还是长住？已经或打算连续住（或工作）半年以上
      - 您要看什么？不清楚；怎样弄清：问开药的医生，或看以前的认定表
      - 您想怎么办？不清楚，按“用手机办”算；怎样弄清：先试手机，办不了再去窗口

    九、依据
      [1] 《关于进一步做好基本医疗保险跨省异地就医直接结算工作的通知》
          医保发〔2022〕22号
          国家医保局、财政部；B 二手材料，2026年11月22日看过
          https://www.nhsa.gov.cn/art/2022/7/26/art_104_8629.html
      [2] 《江苏省异地就医经办服务规程》 苏医保发〔2022〕75号
          江苏省医保局；A 见过官方原文，2026年11月22日看过
      [3] 《关于进一步加强异地就医直接结算管理服务的通知》 医保发〔2024〕21号
          国家医保局、财政部；C 待核实，2026年10月8日看过
      [4] 《关于个人账户跨省共济有关事项的通知》 苏医保发〔2026〕3号
          江苏省医保局；A 见过官方原文，2026年11月20日看过；自2027年1月1日起施行

    标有【待核实】的，还没有见到官方文件，办之前请打 12393 问清楚。
    有拿不准的，请打医保服务热线 12393。
    "
  `);
});

test('with why, each line says which answers and which documents it rests on', () => {
  expect(renderTerminal(emergency, { width: 80, style: plainStyle, why: true })).toMatchInlineSnapshot(`
    "异地就医备案办事清单
    按 2026年11月22日的规定列出；内容最近核对：2026年11月20日

    ✔ 不用办：先救人，急诊抢救不用备案[1]
      急诊抢救算已经备过案。要紧的是请医院按“急诊”登记。
      接着可以办：手工报销（yibao baoxiao）
      因为您答了：现在到哪一步了？在外地突然发病，正在急诊抢救
      依据：医保发〔2022〕22号 规程第八条（B）

    ⚠ 本地规定未核对，以下按全国规定，请打 12393 核实。

    一、要准备的材料
      ☐ 医保码或社保卡[1]
        办这件事的人都要准备
        依据：医保发〔2022〕22号 规程第八条（B）

    二、要做的事
      1. 先救人，同时请医院登记急诊[1]
         - 救人要紧，不用先去备案。
         - 告诉医院的医保办：是外地医保，请按“急诊”登记。
         谁办：家人
         办这件事的人都要做
         依据：医保发〔2022〕22号 规程第八条（B）

    三、不需要的
      - 备案[1]
        急诊抢救算已经备过案。
        办这件事的人都不需要
        依据：医保发〔2022〕22号 规程第八条（B）

    四、您的回答
      - 现在到哪一步了？在外地突然发病，正在急诊抢救

    五、依据
      [1] 《关于进一步做好基本医疗保险跨省异地就医直接结算工作的通知》
          医保发〔2022〕22号
          国家医保局、财政部；B 二手材料，2026年11月22日看过
          https://www.nhsa.gov.cn/art/2022/7/26/art_104_8629.html

    有拿不准的，请打医保服务热线 12393。
    "
  `);
});

test('a checklist with nothing on it still gives the verdict and whom to call', () => {
  expect(renderText(minimal)).toMatchInlineSnapshot(`
    "家庭共济办事清单
    按 2026年11月22日的规定列出；内容最近核对：2026年11月22日

    ⚠ 办不了：居民医保没有个人账户，不能给家人用

    有拿不准的，请打医保服务热线 12393。
    "
  `);
});

test('text is never set wider than 100 columns', () => {
  const at120 = renderTerminal(postedWorker, { width: 120, style: plainStyle });
  expect(at120).toBe(renderTerminal(postedWorker, { width: 100, style: plainStyle }));
  expect(at120).toContain(
    '     如果今天受理，最早 12月25日，最迟 2027年1月4日，因为 2027 年放假安排还没公布\n     取决于：江苏省是否全省统筹   怎样弄清：打 12393 问\n',
  );
});

const chalk = new Chalk({ level: 1 });
const colourStyle: Style = {
  title: chalk.bold,
  heading: chalk.bold.cyan,
  bold: chalk.bold,
  dim: chalk.dim,
  good: chalk.green,
  warn: chalk.yellow,
  mark: chalk.dim,
};

test.each([40, 80, 120])('colour adds nothing but colour at %i columns', (width) => {
  const coloured = renderTerminal(postedWorker, { width, style: colourStyle });
  const plain = renderTerminal(postedWorker, { width, style: plainStyle });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
  const withoutColour = coloured.replace(/\u001b\[\d+m/g, '');
  expect(coloured).not.toBe(plain);
  expect(withoutColour).toBe(plain);
});

test('colour ends on the line where it begins', () => {
  const lines = renderTerminal(postedWorker, { width: 40, style: colourStyle }).split('\n');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control sequences
  const sequences = lines.map((line) => line.match(/\u001b\[\d+m/g)?.length ?? 0);
  expect(sequences.filter((count) => count % 2 === 1)).toEqual([]);
});
