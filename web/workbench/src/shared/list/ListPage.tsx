import { Button } from 'antd';
import type { ComponentProps, ReactNode } from 'react';
import { Page } from '../page/Page.tsx';
import { text } from '../text.ts';
import { FilterSelect } from './FilterSelect.tsx';
import { ListFrame } from './ListFrame.tsx';
import { SearchField } from './SearchField.tsx';

/** One choice by which a list is filtered. */
export interface ListFilter {
  readonly key: string;
  readonly label: string;
  /** Said while nothing is chosen. */
  readonly any: string;
  readonly width: number;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

interface ListPageProps<T> {
  title: string;
  /** What begins a new one; undefined for who may not. */
  create?: { label: string; onPress: () => void } | undefined;
  search: string;
  filters: readonly ListFilter[];
  values: Readonly<Record<string, string | undefined>>;
  onFilter: (change: Record<string, string | undefined>) => void;
  onReset: () => void;
  /** Filters that are set from elsewhere and are not taken away by a reset, such as what is listed at all. */
  kept?: readonly string[];
  list: Omit<ComponentProps<typeof ListFrame<T>>, 'label' | 'onReset'>;
  /** Stands before the search, and after the choices. */
  lead?: ReactNode;
  more?: ReactNode;
  /** Stands before what begins a new one, such as the way back. */
  actions?: ReactNode;
  children?: ReactNode;
}

/** A page that is a list: searched, filtered, and what may be begun from it. */
export function ListPage<T>({ title, create, search, filters, values, onFilter, onReset, kept = [], list, lead, more, actions, children }: ListPageProps<T>) {
  const filtered = Object.entries(values).some(([key, value]) => value !== undefined && !kept.includes(key));
  return (
    <Page
      fill title={title} actions={<>{actions}{create ? <Button type="primary" onClick={create.onPress}>{create.label}</Button> : null}</>}
      bar={
        <>
          {lead}
          <SearchField value={values['q']} placeholder={search} onChange={(q) => onFilter({ q })} />
          {filters.map(({ key, label, any, width, options }) => <FilterSelect key={key} label={label} any={any} value={options.some(({ value }) => value === values[key]) ? values[key] : undefined} width={width} options={[...options]} onChange={(next) => onFilter({ [key]: next })} />)}
          {more}
          {filtered ? <Button type="link" onClick={onReset}>{text.list.reset}</Button> : null}
        </>
      }
    >
      <ListFrame label={title} {...list} onReset={filtered ? onReset : undefined} />
      {children}
    </Page>
  );
}
