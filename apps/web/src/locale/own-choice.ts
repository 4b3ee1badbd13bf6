import { isLanguage, type Language } from './languages';

export const LANGUAGE_KEY = 'shop.language';

/** The language a shopper has chosen by the switch, and when, in milliseconds since 1970. */
export type OwnChoice = { language: Language; chosenAt: number };

// For browsers that refuse storage.
let unstored: OwnChoice | null = null;

export function readOwnChoice(): OwnChoice | null {
  try {
    const { language, chosenAt } = JSON.parse(
      window.localStorage.getItem(LANGUAGE_KEY) ?? '{}',
    ) as Record<string, unknown>;
    if (isLanguage(language) && typeof chosenAt === 'number') return { language, chosenAt };
  } catch {
    // No storage, or an entry that is not the shop's: nothing was chosen.
  }
  return unstored;
}

export function keepOwnChoice(choice: OwnChoice): void {
  try {
    window.localStorage.setItem(LANGUAGE_KEY, JSON.stringify(choice));
  } catch {
    unstored = choice;
  }
}
