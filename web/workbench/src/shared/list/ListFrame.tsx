import { Button } from 'antd';
import { text } from '../text.ts';
import { Empty } from './Empty.tsx';
import { ListTable, type ListTableProps } from './ListTable.tsx';
import type { Paged } from './use-paged.ts';

interface ListFrameProps<T> extends Omit<ListTableProps<T>, 'rows' | 'empty' | 'paged'> {
  paged: Paged<T>;
  /** Where more is shown than was read, such as the parts of an opened line. */
  rows?: readonly T[];
  /** Title and advice for a list in which there is nothing at all. */
  empty: readonly (string | undefined)[];
  /** Takes the filters away; given while some are set, so that an empty list is put down to them. */
  onReset?: (() => void) | undefined;
}

/** A list that fills the page: its lines, or that there are none yet, or that none match the filters. */
export function ListFrame<T>({ paged, rows = paged.rows, empty: [title, detail], onReset, ...table }: ListFrameProps<T>) {
  const [noMatch, otherWords] = text.list.noMatch;
  return (
    <div className="frame">
      <ListTable
        {...table} rows={rows} paged={paged}
        empty={onReset
          ? <Empty title={noMatch ?? ''} action={<Button onClick={onReset}>{text.list.reset}</Button>}>{otherWords}</Empty>
          : <Empty title={title ?? ''}>{detail}</Empty>}
      />
    </div>
  );
}
