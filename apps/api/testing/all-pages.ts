import type { StaffBrowser } from './staff-browser';

/** The rows of every page of a list, in their order. @param path with its query */
export async function allPages<Row, Page extends { next: string | null }>(
  browser: StaffBrowser,
  path: string,
  rowsOf: (page: Page) => Row[],
): Promise<Row[]> {
  const rows: Row[] = [];
  let next: string | null = '';
  while (next !== null) {
    const after: string = next && `&after=${next}`;
    const { status, body }: { status: number; body: Page } = await browser.get<Page>(path + after);
    if (status !== 200) throw new Error(`${path + after}: ${status}`);
    rows.push(...rowsOf(body));
    next = body.next;
  }
  return rows;
}
