/**
 * Where the sun stands over a place on Earth at an instant, and on three days of the year by the clock of Warsaw.
 *
 * The low-precision formulas for the Sun of The Astronomical Almanac (section C): within 0.01° from 1950 to 2050, without
 * the air's refraction, which lifts a sun on the horizon by about 0.5°.
 * @typedef {{altitude: number, azimuth: number}} SunPlace degrees above the horizon, and clockwise from north
 * @typedef {{latitude: number, longitude: number}} Spot degrees north and east
 * @typedef {keyof typeof DAYS} Season
 */

/** Where no place is known: Warsaw. */
export const WARSAW = Object.freeze({ latitude: 52.23, longitude: 21.01 });
/** A day of each season, month and day; of spring and autumn the equinox of March. */
export const DAYS = Object.freeze({ winter: [12, 21], between: [3, 20], summer: [6, 21] });

const ZONE = "Europe/Warsaw";
const YEAR = 2026;
const MINUTE_MS = 60_000;
const J2000_MS = Date.UTC(2000, 0, 1, 12);
const STEP_MIN = 5;
/** The sun's upper edge, lifted by the air, is on the horizon when its middle is so much below. */
const RISING_DEG = -0.833;

/** @param {number} instant milliseconds of UTC @param {Spot} [spot] @returns {SunPlace} */
export const sunAt = (instant, { latitude, longitude } = WARSAW) => {
  const days = (instant - J2000_MS) / 86_400_000;
  const anomaly = 357.528 + 0.9856003 * days;
  const along = 280.46 + 0.9856474 * days + 1.915 * sine(anomaly) + 0.02 * sine(2 * anomaly);
  const tilt = 23.439 - 0.0000004 * days;
  const rightAscension = degrees(Math.atan2(cosine(tilt) * sine(along), cosine(along)));
  const declination = degrees(Math.asin(sine(tilt) * sine(along)));
  const hour = (18.697374558 + 24.06570982441908 * days) * 15 + longitude - rightAscension;
  const altitude = degrees(Math.asin(sine(latitude) * sine(declination) + cosine(latitude) * cosine(declination) * cosine(hour)));
  const westward = degrees(Math.atan2(sine(hour), cosine(hour) * sine(latitude) - (sine(declination) / cosine(declination)) * cosine(latitude)));
  return { altitude, azimuth: (((westward + 180) % 360) + 360) % 360 };
};

/** The instant at which Warsaw's clocks show so many minutes of the season's day. @param {Season} season @param {number} minute */
export const instantOf = (season, minute) => {
  const [month, day] = DAYS[season];
  const asUtc = Date.UTC(YEAR, month - 1, day) + minute * MINUTE_MS;
  return asUtc - aheadOfUtc(asUtc) * MINUTE_MS;
};

/** Sunrise and sunset by the clock, minutes of the day, within five minutes. @param {Season} season @param {Spot} [spot] @returns {[number, number]} */
export const daylightHours = (season, spot = WARSAW) => {
  const isUp = (/** @type {number} */ minute) => sunAt(instantOf(season, minute), spot).altitude > RISING_DEG;
  const steps = Array.from({ length: 1440 / STEP_MIN }, (_, step) => step * STEP_MIN).filter(isUp);
  return [steps[0], /** @type {number} */ (steps.at(-1))];
};

/**
 * The unit vector towards the sun in the viewer's frame (x right on the page, y up, z down the page).
 * @param {SunPlace} place @param {number} north_mdeg how far north lies clockwise from the top of the page @returns {[number, number, number]}
 */
export const towardsSun = ({ altitude, azimuth }, north_mdeg) => {
  const onPage = azimuth + north_mdeg / 1000;
  return [cosine(altitude) * sine(onPage), sine(altitude), -cosine(altitude) * cosine(onPage)];
};

/** Minutes by which Warsaw's clocks are ahead. @param {number} instant */
const aheadOfUtc = (instant) => {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, hourCycle: "h23", hour: "2-digit", minute: "2-digit" }).formatToParts(instant);
  const [hour, minute] = ["hour", "minute"].map((type) => Number(parts.find((part) => part.type === type)?.value));
  const there = hour * 60 + minute - Math.floor(instant / MINUTE_MS) % 1440;
  return ((there + 720 + 1440) % 1440) - 720;
};

/** @param {number} deg */
const sine = (deg) => Math.sin((deg * Math.PI) / 180);
/** @param {number} deg */
const cosine = (deg) => Math.cos((deg * Math.PI) / 180);
/** @param {number} radians */
const degrees = (radians) => (radians * 180) / Math.PI;
