/** `dialog`, with the boxes that were shown. */
export class MockDialog {
  readonly errors: { title: string; content: string }[] = [];

  showErrorBox(title: string, content: string): void {
    this.errors.push({ title, content });
  }
}
