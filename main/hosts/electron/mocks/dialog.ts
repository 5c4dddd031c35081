import type { MessageBoxOptions, MessageBoxReturnValue } from 'electron';
import type { MockBrowserWindow } from './browser-window.ts';

/** A box that stands until a test presses one of its buttons, or its signal closes it as if by its cancel button. */
interface MockBox {
  readonly of: MockBrowserWindow;
  readonly options: MessageBoxOptions;
  readonly press: (button: number) => void;
  open: boolean;
}

/** `dialog`, with the boxes that were shown. */
export class MockDialog {
  readonly errors: { title: string; content: string }[] = [];
  readonly boxes: MockBox[] = [];

  showErrorBox(title: string, content: string): void {
    this.errors.push({ title, content });
  }

  showMessageBox(of: MockBrowserWindow, options: MessageBoxOptions): Promise<MessageBoxReturnValue> {
    return new Promise((resolve) => {
      const press = (response: number): void => {
        box.open = false;
        resolve({ response, checkboxChecked: false });
      };
      const box: MockBox = { of, options, press, open: true };
      this.boxes.push(box);
      options.signal?.addEventListener('abort', () => press(options.cancelId ?? 0));
    });
  }
}
