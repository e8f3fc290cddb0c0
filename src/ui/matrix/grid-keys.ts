/** A cell of a grid, both counted from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows that a page key moves by. */
  readonly page: number;
}

/** Where a key moves to, as in every grid of the web; null when it does not move. */
export function placeFor(
  key: string,
  isControl: boolean,
  { row, column }: Place,
  { rows, columns, page }: GridSize,
): Place | null {
  const lastRow = rows - 1;
  const lastColumn = columns - 1;
  switch (key) {
    case 'ArrowDown':
      return { row: isControl ? lastRow : Math.min(lastRow, row + 1), column };
    case 'ArrowUp':
      return { row: isControl ? 0 : Math.max(0, row - 1), column };
    case 'ArrowRight':
      return { row, column: isControl ? lastColumn : Math.min(lastColumn, column + 1) };
    case 'ArrowLeft':
      return { row, column: isControl ? 0 : Math.max(0, column - 1) };
    case 'PageDown':
      return { row: Math.min(lastRow, row + page), column };
    case 'PageUp':
      return { row: Math.max(0, row - page), column };
    case 'Home':
      return { row: isControl ? 0 : row, column: 0 };
    case 'End':
      return { row: isControl ? lastRow : row, column: lastColumn };
    default:
      return null;
  }
}
