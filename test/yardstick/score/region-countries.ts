const list = (codes: string): ReadonlySet<string> => new Set(codes.split(' '))

const EUROPE =
  'AL AT BA BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LT LU LV MD ME MK MT NL NO PL PT RO RS SE SI SK UA'

/** The countries a region's name covers for the yardstick; kept apart from the product's own table on purpose. */
export const REGION_COUNTRIES: Readonly<Record<string, ReadonlySet<string>>> = {
  europe: list(EUROPE),
  emea: list(EUROPE),
  eu: list('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'),
  latam: list('AR BO BR CL CO CR DO EC GT HN MX NI PA PE PR PY SV UY VE'),
  'north-america': list('US CA MX'),
  asia: list('BD CN HK ID IN JP KR LK MY PH PK SG TH TW VN'),
}
