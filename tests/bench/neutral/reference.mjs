/**
 * The neutral problem written by hand as one function: the practical limit of speed.
 * Answers to questions that are not asked are ignored.
 * @param {Record<string, string | undefined>} a
 * @returns {{ visible: string[], items: string[] }}
 */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: all of the problem in one function is the point
export function referenceEvaluate(a) {
  const visible = ['origin', 'target', 'household'],
    items = ['s01'];
  const origin = a.origin,
    target = a.target,
    household = a.household,
    pets = a.pets;
  /** @type {string | undefined} */
  let notice, deposit, sale, mortgage, country, visa, school, petpapers, mover, car;
  const abroad = target === 'abroad';
  if (origin === 'rent') {
    visible.push('notice');
    notice = a.notice;
    if (notice === 'given' || notice === 'expired') {
      visible.push('deposit');
      deposit = a.deposit;
    }
  } else if (origin === 'own') {
    visible.push('sale');
    sale = a.sale;
  }
  if (target === 'own') {
    visible.push('mortgage');
    mortgage = a.mortgage;
  } else if (abroad) {
    visible.push('country');
    country = a.country;
    if (country === 'uk' || country === 'us' || country === 'other') {
      visible.push('visa');
      visa = a.visa;
    }
  }
  if (household === 'family') {
    visible.push('school');
    school = a.school;
  }
  visible.push('pets');
  const hasPet = pets === 'cat' || pets === 'dog' || pets === 'birds' || pets === 'exotic';
  if (hasPet && abroad) {
    visible.push('petpapers');
    petpapers = a.petpapers;
  }
  if (!(origin === 'student' && household === 'single')) {
    visible.push('mover');
    mover = a.mover;
  }
  if (!abroad || visa === 'have' || visa === 'exempt' || country === 'eu') {
    visible.push('car');
    car = a.car;
  }

  if (notice === 'not_yet') items.push('s02');
  if (origin === 'rent' && (notice === 'given' || notice === 'expired')) items.push('s03');
  if (deposit === 'paid') items.push('s04');
  if (deposit === 'guarantee') items.push('s05');
  if (origin === 'own' && sale === 'not_started') items.push('s06');
  if (sale === 'listed') items.push('s07');
  if (sale === 'sold' || mortgage === 'approved' || mortgage === 'cash') items.push('s08');
  if (sale === 'letting') items.push('s09');
  if (mortgage === 'pending') items.push('s10');
  if (target === 'own' && mortgage === 'none') items.push('s11');
  if (target === 'rent') items.push('s12');
  if (target === 'relatives' || household === 'shared') items.push('s13');
  if (visa === 'need') items.push('s14');
  if (visa === 'applied') items.push('s15');
  if (abroad || origin === 'student') items.push('s16');
  if (!abroad) items.push('s17');
  if (household === 'family' && (school === 'primary' || school === 'secondary')) items.push('s18');
  if (household === 'family' && school === 'preschool' && target !== 'relatives') items.push('s19');
  if ((pets === 'cat' || pets === 'dog') && abroad && petpapers !== 'vaccinated') items.push('s20');
  if ((pets === 'birds' || pets === 'exotic') && abroad) items.push('s21');
  if (mover === 'company' && household !== 'single') items.push('s22');
  if (mover === 'van' || mover === 'friends') items.push('s23');
  if (mover === 'container' && abroad && country !== 'eu') items.push('s24');
  if (mover === 'friends' && (household === 'single' || household === 'couple' || household === 'shared'))
    items.push('s25');
  if ((car === 'one' || car === 'several') && !abroad) items.push('s26');
  if (car === 'company_car') items.push('s27');
  if (abroad && (car === 'several' || (car === 'one' && (country === 'us' || country === 'other'))))
    items.push('s28');
  items.push('m01');
  if (origin === 'rent' && notice !== 'not_yet') items.push('m02');
  if (origin === 'own' || target === 'own') items.push('m03');
  if (target === 'rent' || mortgage === 'pending' || mortgage === 'none') items.push('m04');
  if (abroad && !(country === 'eu' && household === 'single')) items.push('m05');
  if (visa === 'have' || visa === 'applied' || visa === 'need') items.push('m06');
  if (school === 'primary' || school === 'secondary') items.push('m07');
  if ((pets === 'cat' || pets === 'dog') && (petpapers === 'chipped' || petpapers === 'vaccinated'))
    items.push('m08');
  if (household === 'family' || (household === 'couple' && origin !== 'student')) items.push('m09');
  if (household !== 'family' && (household === 'single' || origin === 'student')) items.push('m10');
  if ((mover === 'van' || mover === 'friends') && origin !== 'student') items.push('m11');
  if (abroad && (mover === 'container' || country === 'uk' || country === 'us' || country === 'other'))
    items.push('m12');
  return { visible, items };
}
