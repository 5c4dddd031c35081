import type { ReactNode } from 'react';
import { Brand } from '../desk/header/brand.tsx';
import { DisplaySwitches } from '../desk/header/display-switches.tsx';
import '../desk/header/header.css';
import './set-up.css';

/** The first page: the same head as the desk that will take its place, without what only a station has. */
export function SetUpFrame({ testId, children }: { readonly testId: string; readonly children: ReactNode }) {
  return (
    <div className="set-up-page">
      <header className="header set-up-head">
        <Brand />
        <div className="header-tools">
          <DisplaySwitches />
        </div>
      </header>
      <main className="set-up" data-testid={testId}>
        {children}
      </main>
    </div>
  );
}
