import { Button, EmptyState } from '@tongban/ui';
import { Component, type ReactNode } from 'react';
import { text } from './text.ts';

/** Shows a way on when a page cannot be drawn, e.g. its code could not be fetched. */
export class CrashBoundary extends Component<{ children: ReactNode; place: string }, { place: string; crashed: boolean }> {
  override state = { place: this.props.place, crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  static getDerivedStateFromProps(props: { place: string }, state: { place: string; crashed: boolean }) {
    return props.place === state.place ? null : { place: props.place, crashed: false };
  }

  override render() {
    if (!this.state.crashed) return this.props.children;
    return (
      <div className="page page--narrow" role="alert">
        <EmptyState
          title={text.crashedTitle}
          action={<Button variant="primary" onClick={() => window.location.reload()}>{text.reload}</Button>}
        >
          {text.crashedDetail}
        </EmptyState>
      </div>
    );
  }
}
