const COUNTRIES = new Set(
  `afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh barbados belarus belgium belize benin bolivia bosnia botswana brazil
britain bulgaria burundi cambodia cameroon canada chad chile china colombia congo croatia cuba cyprus czechia denmark dominica dubai ecuador egypt england eritrea estonia ethiopia europe fiji
finland france gambia georgia germany ghana greece grenada guatemala guinea guyana haiti holland honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan
jersey guernsey kazakhstan kenya kosovo kurdistan kuwait latvia lebanon lesotho liberia libya lithuania luxembourg macedonia malawi malaysia mali malta mauritius mexico moldova mongolia montserrat
morocco mozambique myanmar namibia nepal netherlands nicaragua nigeria norway oman pakistan palestine gaza panama paraguay peru philippines poland portugal punjab qatar romania russia rwanda
scotland senegal serbia singapore slovakia slovenia somalia somaliland spain sudan sweden switzerland syria taiwan tanzania thailand tibet tobago tonga trinidad tunisia turkey turkiye
uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen zambia zimbabwe africa america asia usa`
    .split(/\s+/)
    .filter(Boolean),
);

/** Whether a word, in lower case, is a country or a part of the world: no school, and no small place. */
export function isCountry(key: string): boolean {
  return COUNTRIES.has(key);
}
