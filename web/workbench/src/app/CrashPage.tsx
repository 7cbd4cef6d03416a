import { Button } from 'antd';
import { useEffect } from 'react';
import { Empty } from '../shared/list/Empty.tsx';
import { text } from './text.ts';

const reload = (): void => window.location.reload();

/** A way on when a page cannot be drawn, e.g. its code could not be fetched after an update; by itself once the network is back. */
export function CrashPage() {
  useEffect(() => {
    window.addEventListener('online', reload);
    return () => window.removeEventListener('online', reload);
  }, []);
  return (
    <div className="list-empty" role="alert">
      <Empty title={text.crashedTitle} action={<Button type="primary" onClick={reload}>{text.reload}</Button>}>{text.crashedDetail}</Empty>
    </div>
  );
}
