import type { ComponentProps } from 'react';
import { links } from '../../shared/links.ts';
import { SectionedPage, type PageSection } from '../../shared/page/SectionedPage.tsx';
import { text } from './text.ts';
import './materials.css';

const { sections: names } = text;
const sections: readonly PageSection[] = [
  { key: 'library', label: names.library, address: links.materials() }, { key: 'mapping', label: names.mapping, address: links.materialMapping() },
  { key: 'merge', label: names.merge, address: links.materialMerge() }, { key: 'substitution', label: names.substitution, address: links.substitutions() },
  { key: 'licences', label: names.licences, address: links.materialLicences() },
];

type MaterialsFrameProps = Omit<ComponentProps<typeof SectionedPage>, 'title' | 'sections' | 'current'> & { section: keyof typeof names };

/** The frame of every page of the library. */
export function MaterialsFrame({ section, ...rest }: MaterialsFrameProps) {
  return <SectionedPage title={text.title} sections={sections} current={section} {...rest} />;
}
