/** What `make` gives, made when it is first asked for: a run that makes one checklist asks for little. */
export function late<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
