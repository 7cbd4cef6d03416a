import type { ComponentProps } from 'react';
import { links } from '../../shared/links.ts';
import { SectionedPage, type PageSection } from '../../shared/page/SectionedPage.tsx';
import { text } from './text.ts';
import './materials.css';

const { sections: names } = text;
const section = (key: keyof typeof names, address: string): PageSection => ({ key, label: names[key], address, permission: 'materials.material.view' });
const sections = [
  section('library', links.materials()), section('mapping', links.materialMapping()), section('merge', links.materialMerge()), section('substitution', links.substitutions()),
  section('licences', links.materialLicences()),
];

type MaterialsFrameProps = Omit<ComponentProps<typeof SectionedPage>, 'title' | 'sections' | 'current'> & { section: keyof typeof names };

/** The frame of every page of the library. */
export function MaterialsFrame({ section: current, ...rest }: MaterialsFrameProps) {
  return <SectionedPage title={text.title} sections={sections} current={current} {...rest} />;
}
