/** The link to the order in an e-mail, as its shopper's mail program shows it. */
export function linkIn(mail: string): { url: string; sessionId: string; token: string } {
  const text = mail.replace(/=\r?\n/g, '').replaceAll('=3D', '=');
  const [url = '', sessionId = '', token = ''] =
    /http\S+\/order\/success\?session_id=(cs_test_\w+)#t=([\w.-]+)/.exec(text) ?? [];
  if (!url) throw new Error('There is no link to the order in this e-mail.');
  return { url, sessionId, token };
}
