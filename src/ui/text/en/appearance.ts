/** How this device shows things. */
export const APPEARANCE = {
  title: 'Appearance',
  language: 'Language',
  /** Each in its own language, for who has taken the wrong one. */
  languages: { browser: 'As the browser asks', en: 'English', fr: 'Français' },
  palette: 'Colours of up and down',
  palettes: {
    'green-up': 'Green up, red down',
    'red-up': 'Red up, green down',
    'blue-up': 'Blue up, orange down',
  },
  timeZone: 'Times in',
  keys: 'Single-key shortcuts',
  keyChoices: { on: 'On', off: 'Off' },
  timeZones: { local: 'Local time', utc: 'UTC' },
};
