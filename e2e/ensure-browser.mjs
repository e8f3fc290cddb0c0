/** Sees to it that there is a Chromium to test with, installing one where there is none. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from './find-browser.mjs';

const WAYS = [
  { what: 'Playwright’s own', when: () => true, command: 'playwright install chromium' },
  {
    what: 'Debian’s',
    when: () => process.getuid?.() === 0 && existsSync('/etc/debian_version'),
    command: 'apt-get update -qq && apt-get install -y -qq chromium',
  },
];

for (const { what, when, command } of WAYS) {
  if (findBrowser()) break;
  if (!when()) continue;
  console.log(`No Chromium found: installing ${what} …`);
  spawnSync(command, { shell: true, stdio: ['ignore', 'inherit', 'inherit'] });
}

const browser = findBrowser();
if (!browser) {
  console.error('No Chromium could be found or installed. Name one with CHROMIUM_PATH.');
  process.exit(1);
}
console.log(`Testing with ${browser}`);
