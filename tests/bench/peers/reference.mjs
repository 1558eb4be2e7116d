import { referenceEvaluate } from '../neutral/reference.mjs';

export const load = () => referenceEvaluate;
