/** Les règles toutes faites portent un nom anglais là où elles sont enregistrées. */
const READY_MADE: Readonly<Record<string, string>> = {
  'RSI leaves oversold': 'Le RSI sort de survente',
  'RSI leaves overbought': 'Le RSI sort de surachat',
  'EMA cross up': 'Croisement haussier des EMA',
  'EMA cross down': 'Croisement baissier des EMA',
  'MACD cross up': 'Croisement haussier du MACD',
  'MACD cross down': 'Croisement baissier du MACD',
  'Back above the lower Bollinger band': 'Retour au-dessus de la bande de Bollinger basse',
  'Back below the upper Bollinger band': 'Retour sous la bande de Bollinger haute',
  'Supertrend turns up': 'Le Supertrend passe à la hausse',
  'Supertrend turns down': 'Le Supertrend passe à la baisse',
  'Stochastic cross up while oversold': 'Croisement haussier du stochastique en survente',
  'Stochastic cross down while overbought': 'Croisement baissier du stochastique en surachat',
  'Volume spike, price up': 'Pic de volume, prix en hausse',
  'Volume spike, price down': 'Pic de volume, prix en baisse',
};

export function ruleName(name: string): string {
  return READY_MADE[name] ?? name;
}
