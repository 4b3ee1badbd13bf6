/** A BCP 47 tag in its usual spelling; none for what is no tag. */
export function canonicalTag(tag: string): string[] {
  try {
    return tag ? [new Intl.Locale(tag).baseName] : [];
  } catch {
    return [];
  }
}
