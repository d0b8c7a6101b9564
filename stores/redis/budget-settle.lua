-- Books what a turn cost, in the windows where it was reserved; once.
-- KEYS: base   ARGV: turn, spent, limits of user, tier, day, month
local lease = redis.call('HMGET', lease_key(ARGV[1]), 'windows', 'max', 'estimate', 'state')
local spent = tonumber(ARGV[2])

-- What a lost turn held was given to others since: what it cost beyond its estimate is booked as far as there is room.
local function room(windows)
  local least, at = math.huge, 3
  for window in string.gmatch(windows, '[^ ]+') do
    least = math.min(least, tonumber(ARGV[at]) - amount(window, 'spent') - amount(window, 'reserved'))
    at = at + 1
  end
  return math.max(0, least)
end

if lease[4] == 'open' then
  redis.call('ZREM', base .. ':leases', ARGV[1])
  move(lease[1], spent, -tonumber(lease[2]))
elseif lease[4] == 'lost' then
  move(lease[1], math.min(spent - tonumber(lease[3]), room(lease[1])), 0)
else
  return 0
end
redis.call('HSET', lease_key(ARGV[1]), 'state', 'settled')
-- Who settles again does so soon.
redis.call('PEXPIRE', lease_key(ARGV[1]), 3600000)
reap()
return 1
