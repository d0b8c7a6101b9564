-- Shared by the budget's scripts. One slot: {budget}. A window is a hash of spent and reserved; a lease knows its windows by name,
-- so that a turn over midnight is settled where it was reserved.
local base = KEYS[1]
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local DAY = 86400000
local day = math.floor(now / DAY)

-- Months since year 0 of a day since 1970 (Howard Hinnant, "chrono-compatible low-level date algorithms": civil_from_days).
local function month_of(days)
  local shifted = days + 719468
  local era = math.floor(shifted / 146097)
  local of_era = shifted - era * 146097
  local year = math.floor((of_era - math.floor(of_era / 1460) + math.floor(of_era / 36524) - math.floor(of_era / 146096)) / 365)
  local of_year = of_era - (365 * year + math.floor(year / 4) - math.floor(year / 100))
  return (year + era * 400) * 12 + math.floor((5 * of_year + 2) / 153) + 3
end
local month = month_of(day)
-- Adding 0 turns -0 into 0, which Redis takes for an integer.
local function whole(number) return string.format('%.0f', number + 0) end
local function window_of(name) return base .. ':' .. name end
local day_window, month_window = window_of('day:' .. whole(day)), window_of('month:' .. whole(month))
local function tier_window(tier) return window_of('tier:' .. whole(day) .. ':' .. tier) end
local function amount(key, field) return tonumber(redis.call('HGET', key, field) or '0') end

local function add(window, spent, reserved)
  redis.call('HINCRBY', window, 'spent', whole(spent))
  redis.call('HINCRBY', window, 'reserved', whole(reserved))
end

-- Every window of a lease moves by the same amounts; one whose time is over is not brought back.
local function move(windows, spent, reserved)
  for window in string.gmatch(windows, '[^ ]+') do
    if redis.call('EXISTS', window) == 1 then add(window, spent, reserved) end
  end
end

local function lease_key(turn) return base .. ':lease:' .. turn end

-- Turns that were lost: what they probably cost is booked, the rest is free again. A late settlement still finds the record.
local function reap()
  for _, turn in ipairs(redis.call('ZRANGEBYSCORE', base .. ':leases', '-inf', now, 'LIMIT', 0, 50)) do
    local lease = redis.call('HMGET', lease_key(turn), 'windows', 'max', 'estimate')
    redis.call('ZREM', base .. ':leases', turn)
    if lease[1] then
      move(lease[1], tonumber(lease[3]), -tonumber(lease[2]))
      redis.call('HSET', lease_key(turn), 'state', 'lost')
      redis.call('PEXPIRE', lease_key(turn), whole(DAY))
    end
  end
end
