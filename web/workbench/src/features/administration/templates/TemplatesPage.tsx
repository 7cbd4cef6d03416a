import { useQuery } from '@tanstack/react-query';
import { listTemplates, type MessageTemplate } from '@tongban/server/src/kernel/messaging/contract.ts';
import { Button } from 'antd';
import { api } from '../../../shared/api.ts';
import { Tag } from '../../../shared/case/tags.tsx';
import { Empty } from '../../../shared/list/Empty.tsx';
import { FilterSelect } from '../../../shared/list/FilterSelect.tsx';
import { ListTable, type Column } from '../../../shared/list/ListTable.tsx';
import { SearchField } from '../../../shared/list/SearchField.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { Page } from '../../../shared/page/Page.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { text } from '../text.ts';
import { withLabels } from './field-labels.ts';
import { TemplateDrawer } from './TemplateDrawer.tsx';
import '../administration.css';

const words = text.templates;
const titles = words.columns;

const columns: readonly Column<MessageTemplate>[] = [
  { key: 'name', title: titles.name, width: '12rem', fixed: true, render: (row) => <span className="list__strong">{row.name}</span> },
  { key: 'topic', title: titles.topic, width: '15rem', render: (row) => row.topicName },
  { key: 'text', title: titles.text, render: (row) => withLabels(row.title, row.fields) },
  { key: 'sms', title: titles.sms, width: '5.5rem', render: (row) => (row.sms === null ? <span className="faint">{words.noSms}</span> : words.withSms) },
  {
    key: 'state',
    title: titles.state,
    width: '6rem',
    render: (row) => (row.edited ? <Tag tone="todo">{words.edited}</Tag> : <span className="faint">{words.original}</span>),
  },
];

function matches(template: MessageTemplate, search: string | undefined, topic: string | undefined): boolean {
  if (topic && template.topic !== topic) return false;
  if (!search) return true;
  return [template.name, template.title, template.body, template.sms ?? ''].some((one) => withLabels(one, template.fields).includes(search));
}

/** The words of every message the platform sends, kept by the system administrator (MSG-01, MSG-02). */
export function TemplatesPage() {
  const [filters, setFilters, reset] = useFilters(['q', 'topic', 'key']);
  const templates = useQuery({
    queryKey: [listTemplates.id],
    queryFn: async ({ signal }) => (await api.call(listTemplates, {}, { signal })).items,
  });
  const topics = new Map(templates.data?.map(({ topic, topicName }) => [topic, topicName]));
  return (
    <Page
      fill
      title={words.title}
      aside={words.lead}
      bar={
        <>
          <SearchField value={filters.q} placeholder={words.filter} onChange={(q) => setFilters({ q })} />
          <FilterSelect
            label={titles.topic} any={words.allTopics} value={filters.topic} width="17rem"
            options={[...topics].map(([value, label]) => ({ value, label }))} onChange={(topic) => setFilters({ topic })}
          />
          {filters.q || filters.topic ? (
            <Button type="link" onClick={reset}>
              {text.reset}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="frame">
        <QueryState query={templates} lines={8}>
          {(items) => (
            <ListTable
              label={words.title}
              columns={columns}
              rows={items.filter((one) => matches(one, filters.q, filters.topic))}
              rowKey={(row) => row.key}
              minWidth="60rem"
              onOpen={(row) => setFilters({ key: row.key })}
              empty={<Empty title={words.empty[0]}>{words.empty[1]}</Empty>}
            />
          )}
        </QueryState>
      </div>
      <TemplateDrawer template={templates.data?.find(({ key }) => key === filters.key)} onClose={() => setFilters({ key: undefined })} />
    </Page>
  );
}
