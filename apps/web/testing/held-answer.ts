/** An answer that does not come before it is released. */
export function heldAnswer(answerWith: () => Response) {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  return {
    resolver: async () => {
      await released;
      return answerWith();
    },
    release: () => release(),
  };
}
