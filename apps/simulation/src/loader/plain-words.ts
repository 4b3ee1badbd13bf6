/** Stands for the macros that a build would replace: a message is its own id. */
export const msg = (texts: TemplateStringsArray, ...values: unknown[]) => {
  const message = String.raw({ raw: texts }, ...values.map((value) => JSON.stringify(value) ?? ''));
  return { id: message, message };
};

export const plural = (count: number, { other }: { other: string }) =>
  other.replace('#', String(count));
