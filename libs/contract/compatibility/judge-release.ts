import { breakingChanges } from './breaking-changes';
import type { OpenApiDocument } from './breaking-changes';

/**
 * Whether the document may stand as it is beside the one that was released last.
 * @param changelog text of CHANGELOG.md
 * @returns what is wrong, for whoever changed the contract; nothing when it may
 */
export function judgeRelease(
  released: OpenApiDocument,
  current: OpenApiDocument,
  changelog: string,
): string[] {
  const before = released.info.version;
  const now = current.info.version;
  const breaks = majorOf(now) > majorOf(before) ? [] : breakingChanges(released, current);
  return [
    ...breaks.map(
      (change) =>
        `${change}: breaks a consumer of ${before}. Undo it, or raise the first number of CONTRACT_VERSION and say why in CHANGELOG.md.`,
    ),
    ...(now !== before && !reasonFor(changelog, now)
      ? [`CHANGELOG.md does not say why there is a version ${now}.`]
      : []),
  ];
}

const majorOf = (version: string) => Number(version.split('.')[0]);

/** The text below the heading of a version. */
function reasonFor(changelog: string, version: string): string {
  const [, ...sections] = changelog.split(/^## /m);
  const section = sections.find((text) => text.split(/\s/)[0] === version);
  return section?.split('\n').slice(1).join('\n').trim() ?? '';
}
