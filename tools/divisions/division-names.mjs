import { pinyin } from 'pinyin-pro';

/** Peoples in the names of autonomous places; two characters stay before them, as in 内蒙古. */
const peoples = [
  '土家族',
  '朝鲜族',
  '布依族',
  '哈尼族',
  '景颇族',
  '傈僳族',
  '蒙古族',
  '柯尔克孜',
  '哈萨克',
  '维吾尔',
  '黎族',
  '壮族',
  '回族',
  '苗族',
  '藏族',
  '羌族',
  '彝族',
  '侗族',
  '傣族',
  '白族',
  '蒙古',
];
const autonomous = new RegExp(`(?<=..)(?:${peoples.join('|')})+(?=自治[区州县]$)`);
const suffixes = /(?:特别行政区|自治区|自治州|自治县|林区|新区|地区|省|市|盟|县)$/;

/** Spellings that differ from the dictionary's; the first is the usual one. */
const spellings = {
  陕西: ['shaanxi'],
  西藏: ['xizang', 'tibet'],
  内蒙古: ['neimenggu', 'neimeng'],
  吕梁: ['lvliang', 'luliang'],
  兵团: ['bingtuan', 'xinjiangbingtuan'],
  哈尔滨: ['haerbin', 'harbin'],
  齐齐哈尔: ['qiqihaer', 'qiqihar'],
  呼和浩特: ['huhehaote', 'hohhot'],
  鄂尔多斯: ['eerduosi', 'ordos'],
  呼伦贝尔: ['hulunbeier', 'hulunbuir'],
  巴彦淖尔: ['bayannaoer', 'bayannur'],
  乌兰察布: ['wulanchabu', 'ulanqab'],
  锡林郭勒: ['xilinguole', 'xilingol'],
  阿拉善: ['alashan', 'alxa'],
  拉萨: ['lasa', 'lhasa'],
  日喀则: ['rikaze', 'shigatse', 'xigaze'],
  昌都: ['changdu', 'qamdo'],
  林芝: ['linzhi', 'nyingchi'],
  那曲: ['naqu', 'nagqu'],
  阿里: ['ali', 'ngari'],
  阿坝: ['aba', 'ngawa'],
  甘孜: ['ganzi', 'garze'],
  果洛: ['guoluo', 'golog'],
  乌鲁木齐: ['wulumuqi', 'urumqi'],
  克拉玛依: ['kelamayi', 'karamay'],
  吐鲁番: ['tulufan', 'turpan'],
  哈密: ['hami', 'kumul'],
  博尔塔拉: ['boertala', 'bortala'],
  巴音郭楞: ['bayinguoleng', 'bayingol'],
  阿克苏: ['akesu', 'aksu'],
  克孜勒苏: ['kezilesu', 'kizilsu'],
  喀什: ['kashi', 'kashgar'],
  和田: ['hetian', 'hotan'],
  伊犁: ['yili', 'ili'],
  阿勒泰: ['aletai', 'altay'],
};

const provinceAliases = {
  110000: ['京'],
  120000: ['津'],
  130000: ['冀'],
  140000: ['晋'],
  150000: ['蒙', '内蒙'],
  210000: ['辽'],
  220000: ['吉'],
  230000: ['黑'],
  310000: ['沪'],
  320000: ['苏'],
  330000: ['浙'],
  340000: ['皖'],
  350000: ['闽'],
  360000: ['赣'],
  370000: ['鲁'],
  410000: ['豫'],
  420000: ['鄂'],
  430000: ['湘'],
  440000: ['粤'],
  450000: ['桂'],
  460000: ['琼'],
  500000: ['渝'],
  510000: ['川', '蜀'],
  520000: ['黔', '贵'],
  530000: ['滇', '云'],
  540000: ['藏'],
  610000: ['陕', '秦'],
  620000: ['甘', '陇'],
  630000: ['青'],
  640000: ['宁'],
  650000: ['新'],
  660000: ['新疆兵团', '生产建设兵团'],
};

/** 兵团 people name their division (师) rather than its city. */
const corpsDivisions = {
  659001: '八',
  659002: '一',
  659003: '三',
  659004: '六',
  659005: '十',
  659006: '二',
  659007: '五',
  659008: '四',
  659009: '十四',
  659010: '七',
  659011: '十三',
  659012: '九',
};

/** Names that the rule `short + 州` does not give. */
const prefectureAliases = { 652700: ['博州'], 652800: ['巴州'], 653000: ['克州'] };

/**
 * The name as people say it: 恩施土家族苗族自治州 is 恩施.
 * @param {string} name
 * @returns {string}
 */
export function shortName(name) {
  if (name === '新疆生产建设兵团') return '兵团';
  return name.replace(autonomous, '').replace(suffixes, '');
}

/**
 * Full spellings of a short name, the usual one first.
 * @param {string} short
 * @returns {string[]}
 */
export function spell(short) {
  return (
    /** @type {Record<string, string[]>} */ (spellings)[short] ?? [
      pinyin(short, { toneType: 'none', type: 'array', v: true }).join(''),
    ]
  );
}

/**
 * Further Chinese names of a division: 湘, 恩施州, 第八师.
 * @param {string} code
 * @param {string} name
 * @returns {string[]}
 */
export function aliasesOf(code, name) {
  const byCode = /** @type {Record<string, string[]>} */ ({ ...provinceAliases, ...prefectureAliases });
  const corps = /** @type {Record<string, string>} */ (corpsDivisions)[code];
  return [
    ...(byCode[code] ?? []),
    ...(name.endsWith('自治州') ? [`${shortName(name)}州`] : []),
    ...(corps ? [`${corps}师`, `第${corps}师`] : []),
  ];
}
