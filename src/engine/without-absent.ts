/**
 * The same object without the fields that are undefined, so that a field is there or it is not. Keys
 * keep their order.
 */
export function withoutAbsent<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
