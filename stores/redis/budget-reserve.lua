-- Reserves a turn's maximum in all its windows, or in none.
-- KEYS: base
-- ARGV: turn, owner, tier, max, estimate, lease in ms, limits of user, tier, day, month, known day, spent then, known month, spent then
-- Returns the window without room (0 none, 1 user, 2 tier, 3 day, 4 month), whether it is only reserved there and not spent,
-- and day, its sum, month, its sum
reap()
local turn, max = ARGV[1], tonumber(ARGV[4])
local windows = { window_of('user:' .. whole(day) .. ':' .. ARGV[2]), tier_window(ARGV[3]), day_window, month_window }

-- A store that was emptied goes on from what this process saw spent.
local function heal(window, id, known_id, known_spent)
  if whole(id) == known_id and redis.call('EXISTS', window) == 0 then redis.call('HSET', window, 'spent', known_spent) end
end
heal(day_window, day, ARGV[11], ARGV[12])
heal(month_window, month, ARGV[13], ARGV[14])

local function answer(refused, is_tight)
  return { refused, is_tight and 1 or 0, whole(day), whole(amount(day_window, 'spent')), whole(month), whole(amount(month_window, 'spent')) }
end

if redis.call('EXISTS', lease_key(turn)) == 1 then return answer(0, false) end
for at, window in ipairs(windows) do
  local limit, spent = tonumber(ARGV[6 + at]), amount(window, 'spent')
  if spent + amount(window, 'reserved') + max > limit then return answer(at, spent + max <= limit) end
end

for at, window in ipairs(windows) do
  add(window, 0, max)
  redis.call('PEXPIRE', window, whole((at == 4 and 40 or 3) * DAY))
end
redis.call('HSET', lease_key(turn), 'windows', table.concat(windows, ' '), 'max', ARGV[4], 'estimate', ARGV[5], 'state', 'open')
-- As long as the longest window: a reservation that nobody knew any more could never be given back.
redis.call('PEXPIRE', lease_key(turn), whole(40 * DAY))
redis.call('ZADD', base .. ':leases', whole(now + tonumber(ARGV[6])), turn)
return answer(0, false)
