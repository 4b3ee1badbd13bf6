import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { exampleMail, galleryPage, languages, mails } from './mail-gallery';

const DIST = fileURLToPath(new URL('../../../../../../../dist/apps/', import.meta.url));

describe('the gallery of the e-mails', () => {
  it('has every e-mail in every language, and a page that lists them', () => {
    for (const language of languages) {
      const page = galleryPage(language);
      for (const name of mails) {
        const mail = exampleMail(name, language);
        expect(mail?.html).toContain(`<html lang="${language}">`);
        expect(page).toContain(`/dev/mails/${name}/${language}"`);
      }
    }
  });

  it('has no other', () => {
    expect(exampleMail('nothing', 'en')).toBeUndefined();
    expect(exampleMail('confirmed', 'xx')).toBeUndefined();
  });

  it('is in no build', () => {
    const files = globSync('{api,web}/**/*.{js,html}', { cwd: DIST });
    expect(files).toContain('api/main.js');
    const text = (file: string) => readFileSync(`${DIST}${file}`, 'utf8');
    expect(files.filter((file) => /cs_test_gallery|dev\/mails/.test(text(file)))).toEqual([]);
  });
});
