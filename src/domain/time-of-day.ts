/** Wall-clock time in a place, with its daylight changes as the browser's own time zone data has them. */

const MINUTES_OF_HOUR = 60;
const TIME_OF_DAY = /^([01]\d|2[0-3]):([0-5]\d)$/;
/** Names of places, such as `Europe/Berlin` or `UTC`; offsets such as `+02:00` know no daylight changes. */
const TIME_ZONE = /^[A-Za-z][\w+/-]{1,60}$/;

/** Making a formatter costs some 50 µs, using one a tenth of a µs. There are a few hundred zones. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Minutes since midnight of `HH:MM`, from `00:00` to `23:59`; undefined for any other text. */
export function parseTimeOfDay(text: string): number | undefined {
  const match = TIME_OF_DAY.exec(text);
  return match === null ? undefined : minutesOf(match[1], match[2]);
}

/** Whether it is a name of the IANA time zone database that this platform knows. */
export function isTimeZone(name: string): boolean {
  if (!TIME_ZONE.test(name)) return false;
  try {
    formatterFor(name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * What the clocks of a place show at `time` (epoch milliseconds), in minutes since midnight.
 *
 * @throws RangeError for an unknown time zone.
 */
export function minuteOfDayAt(timeZone: string, time: number): number {
  const parts = formatterFor(timeZone).formatToParts(time);
  const valueOf = (type: 'hour' | 'minute') => parts.find((part) => part.type === type)?.value;
  return minutesOf(valueOf('hour'), valueOf('minute'));
}

function minutesOf(hour: string | undefined, minute: string | undefined): number {
  return Number(hour) * MINUTES_OF_HOUR + Number(minute);
}

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const hourAndMinute = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const formatter = new Intl.DateTimeFormat('en', { timeZone, ...hourAndMinute });
  formatters.set(timeZone, formatter);
  return formatter;
}
