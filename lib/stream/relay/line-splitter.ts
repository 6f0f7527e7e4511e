/** Cuts text that arrives in pieces into lines. */
export class LineSplitter {
  /** What stands behind the last line break. It grows as a rope, and is laid flat once, when its line ends. */
  rest = '';

  /** The lines that this piece ends. */
  push(piece: string): string[] {
    if (!piece.includes('\n')) {
      this.rest += piece;
      return [];
    }
    const lines = (this.rest + piece).split('\n');
    this.rest = lines.pop() ?? '';
    return lines;
  }
}
