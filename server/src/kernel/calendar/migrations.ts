import { defineMigration } from '../db/index.ts';

export const calendarMigrations = [
  defineMigration('20261121-26-calendar-init', `
CREATE SCHEMA calendar;

CREATE TABLE calendar.covered_year (
  year integer PRIMARY KEY,
  source text NOT NULL,
  revision integer NOT NULL,
  updated_at timestamptz NOT NULL,
  updated_by text NOT NULL
);

CREATE TABLE calendar.day_exception (
  date date PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('holiday', 'workday')),
  name text NOT NULL,
  notice_year integer NOT NULL REFERENCES calendar.covered_year (year)
);
CREATE INDEX day_exception_year ON calendar.day_exception (notice_year, date);

CREATE TABLE calendar.revision (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  version integer NOT NULL
);
INSERT INTO calendar.revision (version) VALUES (1);
`),
];
