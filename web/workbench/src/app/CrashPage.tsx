import { Button } from 'antd';
import { Empty } from '../shared/list/Empty.tsx';
import { text } from './text.ts';

/** A way on when a page cannot be drawn, e.g. its code could not be fetched after an update. */
export function CrashPage() {
  return (
    <div className="list-empty" role="alert">
      <Empty title={text.crashedTitle} action={<Button type="primary" onClick={() => window.location.reload()}>{text.reload}</Button>}>{text.crashedDetail}</Empty>
    </div>
  );
}
