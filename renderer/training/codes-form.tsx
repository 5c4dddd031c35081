import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';

interface CodesFormProps {
  readonly label: string;
  readonly action: string;
  readonly testId: string;
  /** Never called with none. */
  readonly onCodes: (codes: readonly string[]) => void;
}

/** Several numbers of books in one line. */
export function CodesForm({ label, action, testId, onCodes }: CodesFormProps) {
  const [text, setText] = useState('');
  return (
    <form
      className="free-code"
      onSubmit={(event) => {
        event.preventDefault();
        const codes = text.split(/[\s,;]+/u).filter((code) => code !== '');
        if (codes.length > 0) onCodes(codes);
        setText('');
      }}
    >
      <TextInput
        size="xs"
        flex={1}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        placeholder={label}
        aria-label={label}
        data-testid={`${testId}-codes`}
      />
      <Button type="submit" size="xs" data-testid={`${testId}-go`}>
        {action}
      </Button>
    </form>
  );
}
