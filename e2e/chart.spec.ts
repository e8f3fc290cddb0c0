import type { Locator, Page } from '@playwright/test';
import { columnsOf } from '../src/domain/candle.ts';
import { computeSeries } from '../src/domain/indicators/index.ts';
import type { Exchange } from './exchange/exchange.ts';
import { expect, historyRows, leaveOversold, openApp, test } from './fixtures.ts';

const MINUTE = 60_000;

const chart = (page: Page): Locator => page.getByRole('region', { name: 'Chart' });
const plot = (page: Page): Locator => chart(page).getByRole('application');
const legend = (page: Page): Locator => chart(page).locator('dl').first();

async function openChart(page: Page, exchange: Exchange, symbols?: string): Promise<void> {
  await openApp(page, exchange, symbols === undefined ? {} : { symbols });
  await expect(legend(page)).toBeVisible();
  await expect(chart(page).locator('.plot-live').first()).toBeVisible();
}

async function addIndicator(page: Page, name: string, values: Record<string, string> = {}) {
  await chart(page).getByRole('button', { name: 'Indicators' }).click();
  await page.getByRole('searchbox', { name: 'Search indicators' }).fill(name);
  await page.keyboard.press('Enter');
  for (const [label, value] of Object.entries(values)) await page.getByLabel(label).fill(value);
  await page.getByRole('button', { name: 'Add to chart' }).click();
}

/** Digits only: the page groups thousands. */
function number(text: string | null): number {
  return Number(
    (text ?? '')
      .replaceAll(',', '')
      .replace('−', '-')
      .match(/-?[\d.]+/)?.[0],
  );
}

test('an indicator is found, set, shown in a pane of its own, and taken away', async ({
  page,
  exchange,
}) => {
  await openChart(page, exchange);
  await addIndicator(page, 'rsi', { Length: '7' });
  const rsi = chart(page).getByRole('group', { name: 'RSI(7)' });
  const canvases = chart(page).locator('.plot-pane > .plot-canvas');
  await expect(canvases).toHaveCount(2);

  const now = exchange.market.now();
  const range = { startTime: now - 400 * MINUTE, endTime: now, limit: 1000 };
  const candles = exchange.market.candles('BTCUSDT', '1m', range).map((candle) => ({
    openTime: candle.openTime,
    open: Number(candle.open),
    high: Number(candle.high),
    low: Number(candle.low),
    close: Number(candle.close),
    volume: Number(candle.volume),
  }));
  const { value } = computeSeries('rsi', { length: 7 }, columnsOf(candles));
  await expect(rsi).toContainText(/\d/);
  await expect
    .poll(async () => number((await rsi.textContent())?.replace('RSI(7)', '') ?? ''))
    .toBeCloseTo(value.at(-1) ?? Number.NaN, 1);

  await addIndicator(page, 'bands');
  await expect(chart(page).getByRole('group', { name: 'Bollinger(20, 2)' })).toContainText(/\d/);
  await expect(canvases).toHaveCount(2);
  await chart(page).getByRole('button', { name: 'Remove RSI(7)' }).click();
  await expect(rsi).toHaveCount(0);
  await expect(canvases).toHaveCount(1);
});

test('parameters that the indicator does not allow are refused with their bounds', async ({
  page,
  exchange,
}) => {
  await openChart(page, exchange);
  await addIndicator(page, 'rsi', { Length: '0' });
  const dialog = page.getByRole('dialog', { name: 'Relative strength index' });
  await expect(dialog).toContainText('whole number, 1 to 1000');
  await dialog.getByLabel('Length').fill('9');
  await page.keyboard.press('Enter');
  await expect(chart(page).getByRole('group', { name: 'RSI(9)' })).toBeVisible();
  await chart(page).getByRole('button', { name: 'Edit RSI(9)' }).click();
  await dialog.getByLabel('Length').fill('21');
  await page.keyboard.press('Enter');
  await expect(chart(page).getByRole('group', { name: 'RSI(21)' })).toBeVisible();
});

test('the interval, the scale and the indicators of a symbol are there again after a reload', async ({
  page,
  exchange,
}) => {
  await openChart(page, exchange);
  await chart(page).getByLabel('More intervals').selectOption('5m');
  await expect(plot(page)).toHaveAccessibleName('Candles of BTCUSDT 5m');
  const log = chart(page).getByRole('button', { name: 'Logarithmic scale' });
  await log.click();
  await addIndicator(page, 'ema', { Length: '50' });
  const ema = chart(page).getByRole('group', { name: 'EMA(50)' });
  await expect(ema).toContainText(/\d/);

  await page.getByRole('rowheader', { name: 'ETHUSDT' }).click();
  await expect(plot(page)).toHaveAccessibleName('Candles of ETHUSDT 5m');
  await expect(ema).toHaveCount(0);
  await expect(log).toHaveAttribute('aria-pressed', 'false');
  await page.getByRole('rowheader', { name: 'BTCUSDT' }).click();
  await expect(ema).toContainText(/\d/);

  await page.reload();
  await expect(plot(page)).toHaveAccessibleName('Candles of BTCUSDT 5m');
  await expect(ema).toContainText(/\d/);
  await expect(log).toHaveAttribute('aria-pressed', 'true');
});

test('older candles come while the view moves into the past, and the view keeps its place', async ({
  page,
  exchange,
}) => {
  await openChart(page, exchange);
  const asked = () =>
    exchange.stats.requests.filter(
      ({ path, query }) => path.endsWith('/klines') && query.includes('endTime'),
    );
  expect(asked()).toHaveLength(0);
  const summary = () =>
    chart(page)
      .getByText(/BTCUSDT 1m: [\d,]+ candles/)
      .textContent();
  const count = async () => Number(/: ([\d,]+) candles/.exec((await summary()) ?? '')?.[1]);
  const before = await count();
  await plot(page).focus();
  await page.keyboard.press('Home');
  await expect.poll(() => asked().length).toBeGreaterThan(0);
  await expect.poll(count).toBeGreaterThanOrEqual(before + 1000);
  await expect(chart(page).getByRole('button', { name: 'Back to now' })).toBeVisible();
  await page.keyboard.press('End');
  await expect(chart(page).getByRole('button', { name: 'Back to now' })).toBeHidden();
});

test('dragging moves in time, the wheel zooms about the pointer', async ({ page, exchange }) => {
  await openChart(page, exchange);
  const box = await chart(page).locator('.u-over').first().boundingBox();
  if (!box) throw new Error('no plot');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const time = async () =>
    Date.parse(`${(await legend(page).locator('dd').first().textContent()) ?? ''} UTC`);
  await page.mouse.move(middle.x, middle.y);
  await expect.poll(time).toBeLessThan(exchange.market.now());
  const before = await time();
  await page.mouse.wheel(0, 600);
  await expect.poll(async () => Math.abs((await time()) - before) <= 2 * MINUTE).toBe(true);
  await page.mouse.down();
  await page.mouse.move(middle.x + 200, middle.y, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(middle.x, middle.y);
  await expect.poll(time).toBeLessThan(before - 10 * MINUTE);
});

test('a mark on the chart opens its alert', async ({ page, exchange }) => {
  await openChart(page, exchange);
  leaveOversold(exchange);
  const row = historyRows(page).filter({ hasText: 'RSI leaves oversold' });
  await expect(row).toHaveCount(1);
  const mark = chart(page)
    .getByRole('group', { name: 'Signals on the chart' })
    .getByRole('button', { name: /^BUY: RSI leaves oversold/ });
  await mark.press('Enter');
  await expect(
    page
      .getByText('How its strength is found')
      .or(row.getByRole('button', { expanded: true }))
      .first(),
  ).toBeVisible();
});

test('an alert is set at the price that is pointed at', async ({ page, exchange }) => {
  await openChart(page, exchange);
  const box = await chart(page).locator('.u-over').first().boundingBox();
  if (!box) throw new Error('no plot');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const price = number(await chart(page).locator('.plot-crosshair').first().textContent());
  await chart(page)
    .getByRole('button', { name: /^Alert at / })
    .click();
  const form = page.getByRole('dialog', { name: /BTCUSDT/ });
  await expect(form.getByLabel('Price', { exact: true })).toHaveValue(String(price));
  await page.keyboard.press('Escape');
  await plot(page).focus();
  await page.keyboard.press('a');
  await expect(form).toBeVisible();
});

test('the chart is saved as a picture', async ({ page, exchange }) => {
  await openChart(page, exchange);
  const download = page.waitForEvent('download');
  await chart(page).getByRole('button', { name: 'Save a picture of the chart' }).click();
  expect((await download).suggestedFilename()).toMatch(/^BTCUSDT-1m-\d{4}-\d\d-\d\d-\d{4}\.png$/);
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
  const picture = Buffer.concat(chunks);
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  expect(picture.readUInt32BE(16)).toBeGreaterThan(300);
  expect(picture.readUInt32BE(20)).toBeGreaterThan(200);
});

test.describe('on clocks of Berlin', () => {
  test.use({ timezoneId: 'Europe/Berlin' });

  test('times are told on the local clock, as it was then, or in UTC', async ({
    page,
    exchange,
  }) => {
    // Summer time ends in that night: 1:00 UTC is 2:00 for the second time.
    exchange.market.setTime(Date.UTC(2026, 9, 25, 1, 30));
    await openChart(page, exchange);
    await expect(legend(page)).toContainText('25 Oct 2026, 02:3');
    await chart(page).getByRole('button', { name: 'Time zone: Local time' }).click();
    await expect(legend(page)).toContainText('25 Oct 2026, 01:3');
  });
});

test.describe('the pixels of known candles', () => {
  /** Open, high, low and close, a minute each, the last one still open. */
  const CANDLES = [
    [100, 112, 98, 110],
    [110, 112, 98, 100],
    [100, 112, 98, 110],
    [110, 112, 98, 100],
    [100, 104, 99, 103],
  ] as const;

  test.beforeEach(({ exchange }) => {
    const { market } = exchange;
    const start = Math.floor(market.now() / MINUTE) * MINUTE - (CANDLES.length - 1) * MINUTE;
    const rows = CANDLES.map(([open, high, low, close], index) => {
      const openTime = start + index * MINUTE;
      const text = (price: number) => price.toFixed(2);
      const prices = [text(open), text(high), text(low), text(close)] as const;
      return [openTime, ...prices, '5', openTime + MINUTE - 1, '500', 9, '2', '200', '0'] as const;
    });
    market.setCandles('BTCUSDT', '1m', rows);
  });

  test('rising ones are hollow and falling ones filled, from low to high', async ({
    page,
    exchange,
  }) => {
    await openChart(page, exchange, 'BTCUSDT');
    const [rising, falling] = [await columnAt(page, 0), await columnAt(page, 1)];
    expect(falling.runs.map(({ colour }) => colour)).toEqual(['down']);
    expect(rising.runs.map(({ colour }) => colour)).toEqual(['up', 'panel', 'up']);
    const height = (runs: readonly Run[]) => runs.reduce((sum, { length }) => sum + length, 0);
    expect(Math.abs(height(rising.runs) - height(falling.runs))).toBeLessThanOrEqual(1);
    // The body is 10 of the 14 between high and low; its outline belongs to it.
    const body = (rising.runs[1]?.length ?? 0) + 2;
    expect(body / height(rising.runs)).toBeCloseTo(10 / 14, 1);
  });

  test('a change of the open candle leaves all others untouched', async ({ page, exchange }) => {
    await openChart(page, exchange, 'BTCUSDT');
    const base = () => chart(page).locator('canvas').first().evaluate(plotOf);
    const live = () => chart(page).locator('.plot-live').first().evaluate(pictureOf);
    let close = 101;
    // Again where the page was laid out anew meanwhile, as it is when the header gets another button.
    await expect(async () => {
      const before = { base: await base(), live: await live() };
      close = close === 101 ? 102 : 101;
      exchange.market.updateCandle('BTCUSDT', '1m', { close: close.toFixed(2) });
      await expect.poll(live).not.toBe(before.live);
      expect(await base()).toBe(before.base);
    }).toPass();
    // Beyond what there is room for, everything is drawn anew.
    const before = await base();
    exchange.market.updateCandle('BTCUSDT', '1m', { close: '180' });
    await expect.poll(base).not.toBe(before);
  });

  test('a candle chosen with the keys stays chosen, however the plot moves', async ({
    page,
    exchange,
  }) => {
    await openChart(page, exchange, 'BTCUSDT');
    await plot(page).focus();
    for (let step = 0; step < 3; step++) await page.keyboard.press('Shift+ArrowLeft');
    const chosen = 'O110.00H112.00L98.00C100.00';
    await expect(legend(page)).toContainText(chosen);
    const crosshair = chart(page).locator('.u-cursor-x').first();
    const place = async () => (await crosshair.boundingBox())?.x ?? Number.NaN;
    const before = await place();
    await page.keyboard.press('-');
    await expect.poll(place).not.toBe(before);
    await expect(legend(page)).toContainText(chosen);
    const zoomed = await place();
    await page.setViewportSize({ width: 1100, height: 800 });
    await expect.poll(place).not.toBe(zoomed);
    await expect(legend(page)).toContainText(chosen);
    await page.keyboard.press('Shift+ArrowLeft');
    await expect(legend(page)).toContainText('O100.00H112.00L98.00C110.00');
  });

  test('a burst of changes is drawn once a displayed frame', async ({ page, exchange }) => {
    await openChart(page, exchange, 'BTCUSDT');
    await page.evaluate(() => {
      const counts = { draws: 0, frames: 0 };
      Object.assign(globalThis, { counts });
      const clear = CanvasRenderingContext2D.prototype.clearRect;
      CanvasRenderingContext2D.prototype.clearRect = function (...area) {
        if (this.canvas.classList.contains('plot-live')) counts.draws += 1;
        clear.apply(this, area);
      };
      const count = () => {
        counts.frames += 1;
        requestAnimationFrame(count);
      };
      requestAnimationFrame(count);
    });
    for (let change = 0; change < 400; change++) {
      const close = (100 + (change % 3)).toFixed(2);
      exchange.market.updateCandle('BTCUSDT', '1m', { close });
      if (change % 20 === 0) await page.evaluate(() => undefined);
    }
    exchange.market.updateCandle('BTCUSDT', '1m', { close: '101.75' });
    await expect(legend(page)).toContainText('C101.75');
    const { draws, frames } = await page.evaluate(
      () => (globalThis as unknown as { counts: { draws: number; frames: number } }).counts,
    );
    expect(draws).toBeGreaterThan(0);
    expect(draws).toBeLessThanOrEqual(frames + 1);
  });

  test('equal ratios have equal heights on a logarithmic scale', async ({ page, exchange }) => {
    exchange.market.updateCandle('BTCUSDT', '1m', { high: '10000', low: '10', close: '100' });
    await openChart(page, exchange, 'BTCUSDT');
    const middle = async () => {
      const box = await chart(page).locator('.u-over').first().boundingBox();
      if (!box) throw new Error('no plot');
      await page.mouse.move(box.x + 20, box.y + box.height * 0.5);
      return number(await chart(page).locator('.plot-crosshair').first().textContent());
    };
    expect(await middle()).toBeGreaterThan(3000);
    await chart(page).getByRole('button', { name: 'Logarithmic scale' }).click();
    await expect.poll(middle).toBeLessThan(1000);
    expect(await middle()).toBeGreaterThan(100);
  });
});

/** What is drawn between the axes: their labels give way to the price tag. */
function plotOf(canvas: Element): string {
  const over = canvas.parentElement?.querySelector('.u-over');
  const area = over?.getBoundingClientRect() ?? new DOMRect();
  const own = canvas.getBoundingClientRect();
  const ratio = (canvas as HTMLCanvasElement).width / own.width;
  const part = document.createElement('canvas');
  part.width = area.width * ratio;
  part.height = area.height * ratio;
  const left = (own.left - area.left) * ratio;
  const top = (own.top - area.top) * ratio;
  part.getContext('2d')?.drawImage(canvas as HTMLCanvasElement, left, top);
  return part.toDataURL();
}

function pictureOf(canvas: Element): string {
  return (canvas as HTMLCanvasElement).toDataURL();
}

interface Run {
  readonly colour: string;
  readonly length: number;
}

/**
 * What the canvas has in the column of pixels through the middle of a candle, from the top: the
 * colours of candles, and what of the panel lies between them. The crosshair stands on the candle.
 */
async function columnAt(page: Page, index: number): Promise<{ readonly runs: readonly Run[] }> {
  await plot(page).focus();
  await page.keyboard.press('Escape');
  for (let step = 4; step > index; step--) await page.keyboard.press('Shift+ArrowLeft');
  const cursor = chart(page).locator('.u-cursor-x').first();
  await expect(cursor).toBeVisible();
  const open = index % 2 === 0 ? '100' : '110';
  await expect(legend(page)).toContainText(`O${open}.00H112.00L98.00`);
  const runs = await chart(page)
    .locator('canvas')
    .first()
    .evaluate((canvas, candle) => {
      const context = (canvas as HTMLCanvasElement).getContext('2d');
      const line = canvas.parentElement?.querySelector('.u-cursor-x')?.getBoundingClientRect();
      const { left } = canvas.getBoundingClientRect();
      if (!context || !line) throw new Error(`candle ${candle} has no place`);
      const tokens = getComputedStyle(canvas);
      const probe = document.createElement('i');
      document.body.append(probe);
      const named = (['up', 'down', 'panel'] as const).map((name) => {
        const token = name === 'panel' ? '--panel' : `--candle-${name}`;
        probe.style.color = tokens.getPropertyValue(token);
        return [getComputedStyle(probe).color, name] as const;
      });
      probe.remove();
      const names = new Map(named);
      // Beside the wick, within the body: the middle of the candle itself is wick all the way.
      const x = Math.round((line.left - left) * devicePixelRatio);
      const { height } = canvas as HTMLCanvasElement;
      const { data } = context.getImageData(x, 0, 1, height);
      const found: { colour: string; length: number }[] = [];
      for (let y = 0; y < height; y++) {
        const [red, green, blue, alpha] = data.subarray(y * 4, y * 4 + 4);
        const colour =
          alpha === 255 ? (names.get(`rgb(${red}, ${green}, ${blue})`) ?? 'other') : 'none';
        const last = found.at(-1);
        if (last?.colour === colour) last.length += 1;
        else found.push({ colour, length: 1 });
      }
      return found;
    }, index);
  const first = runs.findIndex(({ colour }) => colour === 'up' || colour === 'down');
  const last = runs.findLastIndex(({ colour }) => colour === 'up' || colour === 'down');
  return { runs: runs.slice(first, last + 1) };
}
